package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The links of a resource or a relationship; Apple often sends only one of the two.
 *
 * @param self the URL of the resource or relationship itself, or null if the response did not contain it
 * @param related the URL of the related resources, or null if the response did not contain it
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Links(@Nullable String self, @Nullable String related) {

    static final Links NONE = new Links(null, null);
}
