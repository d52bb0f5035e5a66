package io.github.ascjava.signing.match;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a certificate is for, by the folder that fastlane match keeps it in.
 *
 * @since 0.1.0
 */
public enum MatchKind {
    /** Development. */
    DEVELOPMENT("development", true),
    /** App Store and Ad Hoc. */
    DISTRIBUTION("distribution", true),
    /** In-house apps of the Apple Developer Enterprise Program. */
    ENTERPRISE("enterprise", true),
    /**
     * Mac apps outside of the App Store.
     *
     * <p>In Apple's API these are {@code DEVELOPER_ID_APPLICATION} or, from the newer authority,
     * {@code DEVELOPER_ID_APPLICATION_G2}, which Apple lists but does not accept in a filter: list certificates without a
     * filter and compare.
     */
    DEVELOPER_ID_APPLICATION("developer_id_application", false),
    /** Installers of Mac apps outside of the App Store; Apple's API does not offer the type to API keys. */
    DEVELOPER_ID_INSTALLER("developer_id_installer", false),
    /** Installers of Mac apps in the App Store. */
    MAC_INSTALLER_DISTRIBUTION("mac_installer_distribution", true);

    private final String folder;
    private final boolean isRenewable;

    MatchKind(String folder, boolean isRenewable) {
        this.folder = folder;
        this.isRenewable = isRenewable;
    }

    /** Returns the name of the folder. */
    public String folder() {
        return folder;
    }

    /** Returns whether an API key can request the next certificate; for Developer ID only the Account Holder can. */
    public boolean isRenewableByApiKey() {
        return isRenewable;
    }

    static Optional<MatchKind> ofFolder(String name) {
        return Arrays.stream(values()).filter(kind -> kind.folder.equals(name)).findFirst();
    }
}
