package io.github.ascjava.uploads.internal.folder;

/**
 * The two names of a display: {@code APP_IPHONE_67} for screenshots is {@code IPHONE_67} for previews. A folder may have either,
 * for both.
 */
final class DisplayTypes {

    private static final String APP = "APP_";
    private static final String MESSAGES = "IMESSAGE_";

    private DisplayTypes() {}

    static String ofScreenshots(String folder) {
        return folder.startsWith(APP) || folder.startsWith(MESSAGES) ? folder : APP + folder;
    }

    static String ofPreviews(String folder) {
        return folder.startsWith(APP) ? folder.substring(APP.length()) : folder;
    }
}
