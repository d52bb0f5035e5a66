package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.uploads.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the parts of a version are compared with, and what is wrong. Used by one thread. */
final class VersionContext {

    private final AppStoreConnect asc;
    private final Uploads uploads;
    private final VersionOptions options;
    private final List<String> problems = new ArrayList<>();
    private @Nullable AppStoreVersion version;

    VersionContext(AppStoreConnect asc, Uploads uploads, VersionOptions options) {
        this.asc = asc;
        this.uploads = uploads;
        this.options = options;
    }

    AppStoreConnect asc() {
        return asc;
    }

    Uploads uploads() {
        return uploads;
    }

    VersionOptions options() {
        return options;
    }

    List<String> problems() {
        return problems;
    }

    /** Returns the version, or null if it is to be created. */
    @Nullable
    AppStoreVersion version() {
        return version;
    }

    /** Returns the ID of the version, which exists. */
    String versionId() {
        return Objects.requireNonNull(version).id();
    }

    void version(@Nullable AppStoreVersion found) {
        version = found;
    }

    boolean isLocked() {
        return version != null && !VersionStates.isEditable(version);
    }

    /** Says that something of a locked version cannot be changed. */
    void locked(String what) {
        problems.add("The " + what + " of version " + options.versionString() + " cannot be changed, because it is "
                + VersionStates.of(Objects.requireNonNull(version))
                + ". Cancel its review, or prepare the next version.");
    }

    /** Throws all problems that were found while nothing has been changed yet. */
    void throwIfAny() {
        throwIfAny("cannot be prepared; nothing was changed.");
    }

    void throwIfAny(String what) {
        if (!problems.isEmpty()) {
            throw new ReleaseException("Version " + options.versionString() + " " + what, problems);
        }
    }
}
