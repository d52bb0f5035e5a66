package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.uploads.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Compares a version with its options, part by part, and makes the changes of a plan. */
final class VersionRun {

    /** The version comes first, because it may be created; its build before what is said about it. */
    private static final List<Function<VersionContext, VersionPart>> PARTS = List.of(
            AttributesPart::new,
            BuildPart::new,
            PhasedReleasePart::new,
            ContentRightsPart::new,
            CategoriesPart::new,
            AgeRatingPart::new,
            ReviewDetailsPart::new,
            AttachmentsPart::new,
            RoutingCoveragePart::new);

    private final AppStoreConnect asc;
    private final Uploads uploads;

    VersionRun(AppStoreConnect asc, Uploads uploads) {
        this.asc = asc;
        this.uploads = uploads;
    }

    VersionPlan plan(VersionOptions options) {
        VersionContext context = new VersionContext(asc, uploads, options);
        context.problems().addAll(new VersionCheck(asc, options).problems());
        context.throwIfAny();
        List<VersionChange> changes = new ArrayList<>();
        PARTS.forEach(part -> changes.addAll(part.apply(context).changes()));
        context.throwIfAny();
        return new VersionPlan(options, changes);
    }

    /** Reads each part again before changing it, so that what is done already is not repeated. */
    AppStoreVersion apply(VersionPlan plan, ReleaseListener listener) {
        VersionContext context = new VersionContext(asc, uploads, plan.options());
        for (Function<VersionContext, VersionPart> each : PARTS) {
            VersionPart part = each.apply(context);
            context.throwIfAny("has changed since the plan was made. Make a new plan.");
            part.changes().forEach(change -> requirePlanned(plan, change));
            if (!part.changes().isEmpty()) {
                part.apply();
                part.changes().forEach(listener::onChanged);
            }
        }
        return Objects.requireNonNull(context.version());
    }

    private static void requirePlanned(VersionPlan plan, VersionChange change) {
        if (plan.changes().stream().noneMatch(change::isLike)) {
            throw new ReleaseException(
                    "Version " + plan.options().versionString() + " has changed since the plan was made: "
                            + change.describe() + ". Make a new plan.",
                    List.of());
        }
    }
}
