package io.github.ascjava.release;

import static io.github.ascjava.release.ReadinessState.MET;
import static io.github.ascjava.release.ReadinessState.MISSING;
import static io.github.ascjava.release.ReadinessState.UNKNOWN;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.common.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a version and its app have and lack. Used once, by one thread. */
final class ReadinessReader {

    private final AppStoreConnect asc;
    private final String appId;
    private final Platform platform;
    private final List<ReadinessItem> items = new ArrayList<>();

    ReadinessReader(AppStoreConnect asc, String appId, Platform platform) {
        this.asc = asc;
        this.appId = appId;
        this.platform = platform;
    }

    Readiness read(Optional<String> versionString) {
        VersionCheck.platformProblem(platform).ifPresent(problem -> {
            throw new ReleaseException("Readiness cannot be checked.", List.of(problem));
        });
        AppVersions versions = AppVersions.read(asc, appId, platform);
        AppStoreVersion version = versions.find(versionString.orElse(null)).orElse(null);
        App app = asc.apps().get(appId).execute();
        checkVersion(version);
        if (version != null && !VersionStates.isOver(version)) {
            new VersionReadiness(this, version, versions.isFirst(version), app.primaryLocale()).check();
        }
        new AppReadiness(this, app).check();
        check(ReadinessRequirement.SUBMISSION, this::checkSubmission);
        return new Readiness(
                appId,
                platform,
                version == null ? null : version.id(),
                version == null ? null : version.versionString(),
                items);
    }

    AppStoreConnect asc() {
        return asc;
    }

    Platform platform() {
        return platform;
    }

    /** Makes a check; what the key may not read is unknown. */
    void check(ReadinessRequirement requirement, Runnable check) {
        try {
            check.run();
        } catch (ForbiddenException e) {
            add(requirement, null, UNKNOWN, "The role of the key does not allow reading it");
        }
    }

    void add(ReadinessRequirement requirement, @Nullable String locale, ReadinessState state, String detail) {
        items.add(new ReadinessItem(requirement, locale, state, detail));
    }

    /** Adds an item that is met if nothing is missing. */
    void add(ReadinessRequirement requirement, @Nullable String locale, List<String> missing, String found) {
        boolean isMet = missing.isEmpty();
        add(requirement, locale, isMet ? MET : MISSING, isMet ? found : "missing: " + String.join(", ", missing));
    }

    private void checkVersion(@Nullable AppStoreVersion version) {
        if (version == null) {
            add(ReadinessRequirement.VERSION, null, MISSING, "the app has no version for " + platform);
        } else if (VersionStates.isApproved(version)) {
            add(
                    ReadinessRequirement.VERSION,
                    null,
                    MISSING,
                    VersionStates.describe(version) + ", and there is no version in preparation");
        } else {
            add(ReadinessRequirement.VERSION, null, MET, VersionStates.describe(version));
        }
    }

    private void checkSubmission() {
        Optional<ReleaseSubmission> found = new Submissions(asc, appId, platform).open();
        if (found.isEmpty()) {
            add(ReadinessRequirement.SUBMISSION, null, MET, "no review submission is open");
            return;
        }
        ReleaseSubmission open = found.get();
        List<SubmissionItem> others = open.activeItems().stream()
                .filter(item -> !item.type().equals(SubmissionItem.VERSIONS))
                .toList();
        boolean isUnclear = open.isCanceling() || (!others.isEmpty() && open.isOpen());
        add(ReadinessRequirement.SUBMISSION, null, isUnclear ? UNKNOWN : MET, open.describe());
    }
}
