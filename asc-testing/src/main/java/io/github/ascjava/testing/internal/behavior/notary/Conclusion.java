package io.github.ascjava.testing.internal.behavior.notary;

import okio.ByteString;

/** How a submission ends. */
enum Conclusion {
    ACCEPTED("Accepted", 0, "Ready for distribution"),
    INVALID("Invalid", 4000, "Archive contains critical validation errors"),
    /** The account may not notarize; submitting again does not help. */
    REJECTED("Rejected", 7000, "Team is not yet configured for notarization."),
    /** The file is neither a zip archive nor a disk image nor an installer package. */
    UNREADABLE("Invalid", 4000, "The archive could not be read");

    private static final ByteString ZIP = ByteString.encodeUtf8("PK");
    private static final ByteString XAR = ByteString.encodeUtf8("xar!");

    private final String status;
    private final int code;
    private final String summary;

    Conclusion(String status, int code, String summary) {
        this.status = status;
        this.code = code;
        this.summary = summary;
    }

    /**
     * Returns the end of a submission: its name decides where it says so, otherwise its content.
     *
     * @param head the first bytes of the file; disk images have no common ones
     */
    static Conclusion of(String name, ByteString head) {
        if (name.contains("[sandbox: invalid]")) {
            return INVALID;
        }
        if (name.contains("[sandbox: rejected]")) {
            return REJECTED;
        }
        boolean isKnown = head.startsWith(ZIP) || head.startsWith(XAR) || name.endsWith(".dmg");
        return isKnown ? ACCEPTED : UNREADABLE;
    }

    String status() {
        return status;
    }

    /** Returns the status code of the log; nobody recorded that of accepted submissions. */
    int code() {
        return code;
    }

    String summary() {
        return summary;
    }
}
