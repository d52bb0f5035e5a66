package io.github.ascjava.release;

import io.github.ascjava.client.api.builds.ListBuilds;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildInclude;
import io.github.ascjava.client.model.builds.BuildProcessingState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The build of a version, and what it says about encryption. */
final class BuildPart extends VersionPart {

    private final VersionContext context;
    private final @Nullable Build attached;
    private final @Nullable Build wanted;

    BuildPart(VersionContext context) {
        super("build");
        this.context = context;
        AppStoreVersion version = context.version();
        this.attached = version == null
                ? null
                : ToOneReads.read(context.asc().appStoreVersions().getBuild(version.id()))
                        .orElse(null);
        this.wanted = wanted();
        if (isOther()) {
            change("build", attachedNumber(), number(wanted));
            if (context.isLocked()) {
                context.locked("build");
            }
        }
        Boolean encryption = context.options().values().encryption;
        if (wanted != null && encryption != null) {
            change("usesNonExemptEncryption", wanted.usesNonExemptEncryption(), encryption);
        }
        if (wanted == null && encryption != null && context.problems().isEmpty()) {
            context.problems().add("There is no build to set usesNonExemptEncryption of. Name a build as well.");
        }
    }

    private boolean isOther() {
        return wanted != null && (attached == null || !attached.id().equals(wanted.id()));
    }

    /** Numbers of builds may begin anew with each version. */
    private @Nullable String attachedNumber() {
        String number = number(attached);
        return number != null && number.equals(number(wanted)) ? number + " of another version" : number;
    }

    private static @Nullable String number(@Nullable Build build) {
        return build == null ? null : build.version();
    }

    /** Returns whether the attached build may be the one, of a version that no other build can be attached to. */
    private boolean isAttached(String number) {
        return number.isEmpty() || (attached != null && number.equals(attached.version()));
    }

    private @Nullable Build wanted() {
        String number = context.options().values().build;
        if (number == null || (context.isLocked() && isAttached(number))) {
            return attached;
        }
        List<Build> builds = builds();
        Optional<Build> found = builds.stream()
                .filter(each -> number.isEmpty() ? isUsable(each) : number.equals(each.version()))
                .findFirst();
        if (found.isEmpty() || !isUsable(found.get())) {
            context.problems().add(problem(number, builds, found));
        }
        return found.orElse(null);
    }

    /** Returns the builds of the version, the newest first. Apple's filters match more than equal texts. */
    private List<Build> builds() {
        VersionOptions options = context.options();
        return context
                .asc()
                .builds()
                .list(q -> q.filterApp(options.appId())
                        .filterPreReleaseVersionVersion(options.versionString())
                        .filterPreReleaseVersionPlatform(options.platform())
                        .include(BuildInclude.PRE_RELEASE_VERSION)
                        .sort(ListBuilds.Sort.UPLOADED_DATE_DESC)
                        .limit(AppVersions.PAGE))
                .stream()
                .filter(each -> each.preReleaseVersion()
                        .included()
                        .filter(version -> options.versionString().equals(version.version())
                                && options.platform().equals(version.platform()))
                        .isPresent())
                .toList();
    }

    private static boolean isUsable(Build build) {
        return BuildProcessingState.VALID.equals(build.processingState()) && !Boolean.TRUE.equals(build.expired());
    }

    private String problem(String number, List<Build> builds, Optional<Build> found) {
        String version = "Version " + context.options().versionString();
        if (found.isPresent()) {
            boolean isProcessing =
                    BuildProcessingState.PROCESSING.equals(found.get().processingState());
            String state = Boolean.TRUE.equals(found.get().expired())
                    ? "expired"
                    : String.valueOf(found.get().processingState());
            return "Build " + number + " is " + state + ". "
                    + (isProcessing ? "Wait until it is processed." : "Upload another build.");
        }
        String usable =
                builds.stream().filter(BuildPart::isUsable).map(Build::version).collect(Collectors.joining(", "));
        String which = number.isEmpty() ? "valid build" : "build " + number;
        String others = usable.isEmpty()
                ? " Upload one, and wait until it is processed."
                : " Its valid builds are " + usable + ".";
        return version + " has no " + which + " for " + context.options().platform() + "." + others;
    }

    @Override
    void apply() {
        Build build = Objects.requireNonNull(wanted);
        Boolean encryption = context.options().values().encryption;
        if (encryption != null && !encryption.equals(build.usesNonExemptEncryption())) {
            context.asc()
                    .builds()
                    .update(build.id(), b -> b.usesNonExemptEncryption(encryption))
                    .execute();
        }
        if (isOther()) {
            context.asc()
                    .appStoreVersions()
                    .setBuild(context.versionId(), build.id())
                    .execute();
        }
    }
}
