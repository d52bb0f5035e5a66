package io.github.ascjava.release.internal.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A localized text of a product page: its attribute in the API, and its file in the layout of fastlane's deliver. */
public enum TextField {
    NAME("name", "name.txt", false, Form.LINE, 30),
    SUBTITLE("subtitle", "subtitle.txt", false, Form.LINE, 30),
    PRIVACY_POLICY_URL("privacyPolicyUrl", "privacy_url.txt", false, Form.URL, 0),
    /** The file is of this library; deliver has none. */
    PRIVACY_CHOICES_URL("privacyChoicesUrl", "privacy_choices_url.txt", false, Form.URL, 0),
    PRIVACY_POLICY_TEXT("privacyPolicyText", "apple_tv_privacy_policy.txt", false, Form.TEXT, 0),
    DESCRIPTION("description", "description.txt", true, Form.TEXT, 4000),
    KEYWORDS("keywords", "keywords.txt", true, Form.LINE, 100),
    PROMOTIONAL_TEXT("promotionalText", "promotional_text.txt", true, Form.TEXT, 170),
    MARKETING_URL("marketingUrl", "marketing_url.txt", true, Form.URL, 0),
    SUPPORT_URL("supportUrl", "support_url.txt", true, Form.URL, 0),
    WHATS_NEW("whatsNew", "release_notes.txt", true, Form.TEXT, 4000);

    /** What a text can consist of. */
    enum Form {
        LINE,
        TEXT,
        URL
    }

    private final String key;
    private final String file;
    private final boolean isOfVersion;
    private final Form form;
    private final int maxLength;

    TextField(String key, String file, boolean isOfVersion, Form form, int maxLength) {
        this.key = key;
        this.file = file;
        this.isOfVersion = isOfVersion;
        this.form = form;
        this.maxLength = maxLength;
    }

    /** Returns the name of the attribute in the API, which is also the name in JSON files. */
    public String key() {
        return key;
    }

    /** Returns the name of the file in the folder of a locale. */
    public String file() {
        return file;
    }

    /** Returns whether the text belongs to a version; otherwise it belongs to the app info. */
    public boolean isOfVersion() {
        return isOfVersion;
    }

    Form form() {
        return form;
    }

    /** Returns the limit in characters, 0 if none is known. */
    int maxLength() {
        return maxLength;
    }

    /** Returns the field of an attribute. */
    public static Optional<TextField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** Returns the field of a file name. */
    static Optional<TextField> ofFile(String name) {
        return Arrays.stream(values()).filter(field -> field.file.equals(name)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(TextField::key).toList();
    }

    static List<String> files() {
        return Arrays.stream(values()).map(TextField::file).toList();
    }

    /**
     * Returns a text as it is compared and sent: with line feeds between lines and nothing blank around it, as deliver sends
     * it; null if nothing is left.
     */
    public static @Nullable String normalized(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String trimmed = text.replace("\r\n", "\n").replace('\r', '\n').trim();
        return trimmed.isEmpty() ? null : trimmed;
    }
}
