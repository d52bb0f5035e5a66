package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.release.internal.metadata.TextField.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Apple accepts as a text, as far as it is known without a request.
 *
 * <p>Lengths count code points: by Apple's pages, keywords have 100 bytes, but the service counts characters
 * (docs/live-service.md#keywords-count-characters).
 */
final class TextRules {

    private static final int FIRST_PICTOGRAPH = 0x1F000;
    private static final int SHORTEST_NAME = 2;

    private final String locale;
    private final List<Finding> findings = new ArrayList<>();

    private TextRules(String locale) {
        this.locale = locale;
    }

    static List<Finding> check(String locale, Map<TextField, TextValue> texts) {
        TextRules rules = new TextRules(locale);
        texts.forEach((field, text) -> {
            String value = text.value();
            if (value != null) {
                rules.check(field, text, value);
            }
        });
        return rules.findings;
    }

    private void check(TextField field, TextValue text, String value) {
        int length = value.codePointCount(0, value.length());
        if (field.maxLength() > 0 && length > field.maxLength()) {
            error(
                    field,
                    text,
                    "has " + length + " characters, and Apple accepts " + field.maxLength() + ". Shorten it by "
                            + (length - field.maxLength()) + ".");
        }
        if (field == TextField.NAME && length < SHORTEST_NAME) {
            error(field, text, "has one character, and Apple wants two at least.");
        }
        checkCharacters(field, text, value);
        if (field.form() != Form.TEXT && value.indexOf('\n') >= 0) {
            error(field, text, "has several lines. Apple accepts one.");
        } else if (field.form() == Form.URL) {
            checkUrl(field, text, value);
        } else if (field == TextField.KEYWORDS) {
            checkKeywords(text, value);
        }
    }

    private void checkCharacters(TextField field, TextValue text, String value) {
        int line = 1;
        boolean isPictograph = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int character = value.codePointAt(i);
            if (character == '\n') {
                line++;
            } else if (isForbidden(character)) {
                // In a file that holds nothing else, the line of the character can be named.
                TextValue place = text.line() > 0 ? text : new TextValue(text.value(), text.file(), line);
                error(
                        field,
                        place,
                        String.format(
                                Locale.ROOT,
                                "has the character U+%04X, which Apple does not accept. Remove it.",
                                character));
                return;
            } else if (character >= FIRST_PICTOGRAPH && Character.getType(character) == Character.OTHER_SYMBOL) {
                isPictograph = true;
            }
        }
        if (isPictograph) {
            warning(field, text, "has emoji, and Apple rejects many of them without naming all in advance.");
        }
    }

    /** Lone surrogates cannot be sent; Apple's own characters are in the private use area. */
    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        return (type == Character.CONTROL && character != '\t')
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    private void checkUrl(TextField field, TextValue text, String value) {
        String reason = reasonAgainst(value);
        if (reason != null) {
            error(field, text, reason + " Write it with its scheme, such as https://example.com/support.");
        }
    }

    private static @Nullable String reasonAgainst(String value) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null
                    ? null
                    : "is not the URL of a page.";
        } catch (URISyntaxException e) {
            return "is not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1) + ".";
        }
    }

    private void checkKeywords(TextValue text, String value) {
        Set<String> seen = new HashSet<>();
        for (String keyword : value.split(",", -1)) {
            String word = keyword.strip();
            if (word.isEmpty()) {
                warning(TextField.KEYWORDS, text, "has an empty keyword: two commas, or one at an end.");
            } else if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                warning(TextField.KEYWORDS, text, "has " + word + " twice.");
            }
        }
        if (value.contains(", ") || value.contains(" ,")) {
            warning(TextField.KEYWORDS, text, "has spaces beside commas, which count as characters.");
        }
    }

    private void error(TextField field, TextValue text, String message) {
        findings.add(Finding.of(text, locale, field, field.key() + " of " + locale + " " + message, true));
    }

    private void warning(TextField field, TextValue text, String message) {
        findings.add(Finding.of(text, locale, field, field.key() + " of " + locale + " " + message, false));
    }
}
