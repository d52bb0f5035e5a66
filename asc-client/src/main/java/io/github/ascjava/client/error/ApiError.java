package io.github.ascjava.client.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error of an error response; any member may be missing (docs/live-service.md#errors-have-more-members-than-documented).
 *
 * @param id an identifier to give to Apple's support, or null
 * @param status the HTTP status as text, which may differ from the response's if there are several errors; or null
 * @param code the dotted code, general part first; match it with {@link #hasCode(String)}; or null
 * @param title the kind of problem, or null
 * @param detail a description of this problem, or null
 * @param pointer the JSON pointer to the invalid part of the body, such as {@code /data/attributes/name}, or null
 * @param parameter the invalid query parameter, such as {@code filter[platform]}, or null
 * @param links links by name ({@code about}, {@code associated}, {@code see}); may be relative
 * @param associatedErrors errors of other resources that caused this one, by resource path; empty if there are none
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/parsing-the-error-response-code">Parsing
 *     the Error Response Code</a>
 * @since 0.1.0
 */
public record ApiError(
        @Nullable String id,
        @Nullable String status,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String pointer,
        @Nullable String parameter,
        Map<String, String> links,
        Map<String, List<ApiError>> associatedErrors)
        implements Serializable {

    /** Copies the maps, which keep their order. */
    public ApiError {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        Map<String, List<ApiError>> copy = new LinkedHashMap<>();
        associatedErrors.forEach((path, errors) -> copy.put(path, List.copyOf(errors)));
        associatedErrors = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns whether the code is the given one or a special case of it, which is how Apple recommends matching codes.
     *
     * @param general a code or the leading parts of one, such as {@code ENTITY_ERROR.ATTRIBUTE}
     */
    public boolean hasCode(String general) {
        return code != null && (code.equals(general) || code.startsWith(general + "."));
    }
}
