package io.github.ascjava.client.jsonapi;

/**
 * The name of an attribute or relationship, to select with {@code query.fields(AppField.NAME)}.
 *
 * @since 0.1.0
 */
public abstract class Field extends OpenEnum {

    private final String resourceType;

    /**
     * Creates a field.
     *
     * @param resourceType the JSON:API type of the resources that have it
     * @param value the name
     */
    protected Field(String resourceType, String value) {
        super(value);
        this.resourceType = resourceType;
    }

    /** Returns the JSON:API type of the resources that have the field. */
    public final String resourceType() {
        return resourceType;
    }
}
