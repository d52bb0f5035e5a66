package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledState;
import io.github.ascjava.release.internal.metadata.TextStore;
import io.github.ascjava.release.internal.metadata.TextStore.Change;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The texts of product pages, kept in files: names, descriptions, keywords and the others of all languages.
 *
 * <pre>{@code
 * StoreMetadata metadata = StoreMetadata.of(asc);
 * MetadataTarget target = MetadataTarget.ofApp(appId);
 * MetadataFiles files = MetadataFiles.folder(Path.of("metadata"));
 * metadata.pull(target, files);
 * // ... edit files ...
 * MetadataPlan plan = metadata.plan(target, files, MetadataOptions.SAFE);
 * System.out.println(plan.describe());
 * metadata.apply(plan, MetadataListener.NONE);
 * }</pre>
 *
 * <p>Three sides are compared for each text: the files, App Store Connect, and what it had at the last pull or push. What only
 * the files have changed is sent. What only App Store Connect has changed is drift: it is reported and stays. What both have
 * changed is a conflict, which stops the push unless {@linkplain MetadataOptions options} name a winner.
 *
 * <p>All errors are found before the first request that changes something, and thrown as one {@link MetadataException}. A push
 * that was stopped continues when it is made again. Methods also throw an {@link
 * io.github.ascjava.client.error.AscException} if a call fails, and an {@link java.io.UncheckedIOException} if a folder or
 * file cannot be read or written. Thread-safe; do not pull and push the same files at the same time.
 *
 * @since 0.1.0
 */
public final class StoreMetadata {

    private static final String INVALID = "The texts cannot be pushed as they are. Nothing was sent.";

    private final AppStoreConnect asc;

    private StoreMetadata(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the texts of a client, which is not closed with them. */
    public static StoreMetadata of(AppStoreConnect asc) {
        return new StoreMetadata(Objects.requireNonNull(asc, "asc"));
    }

    /**
     * Writes the texts of App Store Connect to files. A file that has its text already stays as it is, and nothing is deleted.
     *
     * @throws MetadataException if files were edited since the last pull; nothing was written
     */
    public MetadataPull pull(MetadataTarget target, MetadataFiles files) {
        return pull(target, files, false);
    }

    /** Writes the texts of App Store Connect to files, over edits as well. Otherwise like {@link #pull}. */
    public MetadataPull pullOverEdits(MetadataTarget target, MetadataFiles files) {
        return pull(target, files, true);
    }

    private MetadataPull pull(MetadataTarget target, MetadataFiles files, boolean losesEdits) {
        TextStore store = files.store();
        store.reasonAgainstWriting().ifPresent(reason -> {
            throw MetadataException.of(reason);
        });
        FileTexts texts = Files.exists(files.path()) ? store.read() : FileTexts.none(files.path());
        ProblemList problems = new ProblemList();
        texts.readingFindings().forEach(problems::add);
        problems.throwIfAny("The files cannot be read, so that edits in them could be lost. Nothing was written.");

        SavedState before = SavedState.load(store, target.appId());
        LiveMetadata live = new LiveReader(asc).read(target);
        PullRun run = new PullRun(live, texts, before.about(live), store);
        List<Change> changes = run.changes(losesEdits);
        List<Path> written = store.write(changes);
        before.save(run.state());
        return new MetadataPull(live.versionNumber(), written, problems.warnings());
    }

    /**
     * Compares files with App Store Connect. Changes nothing.
     *
     * @throws MetadataException if the files have errors, or Apple would reject what they want; conflicts are in the plan
     */
    public MetadataPlan plan(MetadataTarget target, MetadataFiles files, MetadataOptions options) {
        TextStore store = files.store();
        FileTexts texts = store.read();
        SavedState state = SavedState.load(store, target.appId());
        ProblemList problems = new ProblemList();
        texts.findings().forEach(problems::add);
        if (problems.hasErrors()) {
            // Whether the app has an unknown locale is not asked for the sake of one problem less.
            texts.unknownLocales().forEach((locale, finding) -> {
                if (!state.knows(locale)) {
                    problems.add(finding);
                }
            });
            problems.throwIfAny(INVALID);
        }
        LiveMetadata live = new LiveReader(asc).read(target);
        texts.unknownLocales().forEach((locale, finding) -> {
            // A locale that is new in the App Store is known to an app that has it.
            if (!live.has(MetadataPart.VERSION, locale) && !live.has(MetadataPart.APP_INFO, locale)) {
                problems.add(finding);
            }
        });
        PulledState base = state.about(live);
        List<MetadataDifference> differences =
                new ThreeWay(texts, store.isEmptyClearing(), base, live, options).differences();
        WritePlanner writes = new WritePlanner(texts, store.isEmptyClearing(), live);
        writes.plan(differences);
        problems.addAll(writes.problems());
        RemovalPlanner removals = new RemovalPlanner(live, base);
        if (options.removesLocales()) {
            String primary = asc.apps().get(target.appId()).execute().primaryLocale();
            removals.plan(new HashSet<>(texts.locales()), primary, options.conflicts() == MetadataConflicts.FILES);
            problems.addAll(removals.problems());
        }
        problems.throwIfAny(INVALID);
        new FileWarnings(texts, store.isEmptyClearing(), state.state(), live)
                .all()
                .forEach(problems::addWarning);
        return new MetadataPlan(live, files, comparison(differences, writes, removals, options, problems.warnings()));
    }

    private static MetadataComparison comparison(
            List<MetadataDifference> differences,
            WritePlanner writes,
            RemovalPlanner removals,
            MetadataOptions options,
            List<MetadataProblem> warnings) {
        List<MetadataWrite> all = new ArrayList<>(writes.writes());
        all.addAll(removals.writes());
        List<MetadataDifference> open = options.conflicts() == MetadataConflicts.STOP
                ? differences.stream()
                        .filter(difference -> difference.kind() == MetadataDifference.Kind.CONFLICT)
                        .toList()
                : List.of();
        return new MetadataComparison(differences, open, all, warnings);
    }

    /**
     * Sends what a plan says, one localization after the other. If Apple rejects some, the others are sent.
     *
     * <p>The values of App Store Connect are those that were read for the plan. To apply what someone has approved earlier, make
     * a new plan and compare its {@link MetadataPlan#hash()}.
     *
     * @throws MetadataException if the plan has conflicts, and nothing was sent; if Apple rejects texts, with all of them; or if
     *     the texts were sent, and the file that records them cannot be written
     */
    public void apply(MetadataPlan plan, MetadataListener listener) {
        if (!plan.conflicts().isEmpty()) {
            throw new MetadataException(
                    "Texts were changed in the files and in App Store Connect. Pull with force, or say which side wins. Nothing"
                            + " was sent.",
                    plan.conflicts().stream()
                            .map(each -> new MetadataProblem(
                                    "",
                                    0,
                                    each.locale(),
                                    each.key(),
                                    each.key() + " of " + each.locale() + " is a conflict.",
                                    true))
                            .toList(),
                    null);
        }
        PushRun run = new PushRun(asc, plan.live(), listener);
        try {
            run.send(plan.writes());
        } catch (RuntimeException failure) {
            try {
                save(plan, run);
            } catch (MetadataException | UncheckedIOException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
        try {
            save(plan, run);
        } catch (MetadataException | UncheckedIOException e) {
            throw new MetadataException(
                    "The texts were sent, but it could not be recorded that they were: " + e.getMessage(),
                    List.of(),
                    e);
        }
    }

    private static void save(MetadataPlan plan, PushRun run) {
        if (plan.files().savesState()) {
            SavedState.load(plan.files().store(), plan.appId()).saveAfter(plan.live(), run.done());
        }
    }
}
