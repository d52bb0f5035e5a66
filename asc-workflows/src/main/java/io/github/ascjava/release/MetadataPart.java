package io.github.ascjava.release;

/**
 * The two resources that have the texts of a product page in one language.
 *
 * @since 0.1.0
 */
public enum MetadataPart {
    /** Name, subtitle and privacy policy: an app info localization, the same for all platforms. */
    APP_INFO("app info"),
    /** Description, keywords and the others: an App Store version localization. */
    VERSION("version");

    private final String text;

    MetadataPart(String text) {
        this.text = text;
    }

    /** Returns the part as people call it. */
    @Override
    public String toString() {
        return text;
    }
}
