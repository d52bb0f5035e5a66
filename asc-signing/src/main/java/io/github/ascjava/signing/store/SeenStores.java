package io.github.ascjava.signing.store;

import io.github.ascjava.signing.internal.PrivateFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.Hashes;
import io.github.ascjava.signing.store.internal.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes about stores that this machine has seen, for its owner only: for each store its last generation and the hash of its
 * head, and for each folder which store it held.
 *
 * <p>Every head contains the hashes of its predecessors. So a store that went on from an earlier generation is noticed even if
 * its number is higher than the noted one, unless it is more than 256 generations ahead.
 */
final class SeenStores {

    private static final int LARGEST_NOTE = 1024;
    private static final Pattern GENERATION = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\n");
    private static final Pattern STORE = Pattern.compile("([0-9a-f]{32})\n");

    private final Path folder;
    private final @Nullable Path notes;
    private final boolean isAnyAccepted;

    SeenStores(Path folder, @Nullable Path notes, boolean isAnyAccepted) {
        this.folder = folder;
        this.notes = notes;
        this.isAnyAccepted = isAnyAccepted;
    }

    /** Throws an exception unless a store is what was seen before or a successor of it. */
    void check(Head head) throws IOException {
        if (notes == null || isAnyAccepted) {
            return;
        }
        Optional<String> before = read(placeNote(notes), STORE).map(found -> found.group(1));
        if (before.isPresent() && !before.get().equals(head.header().idText())) {
            throw rolledBack("holds another store than the one that was seen there before");
        }
        Optional<MatchResult> seen = read(storeNote(notes, head), GENERATION);
        if (seen.isPresent()) {
            checkSuccessor(head, Long.parseLong(seen.get().group(1)), seen.get().group(2));
        }
    }

    private void checkSuccessor(Head head, long seen, String seenHash) {
        long generation = head.index().generation();
        if (generation < seen) {
            throw rolledBack("is at generation " + generation + ", but this machine has seen generation " + seen);
        }
        long back = generation - seen - 1;
        boolean isKnown = back < head.index().earlier().size();
        String hash = back < 0 ? head.hash() : isKnown ? head.index().earlier().get((int) back) : seenHash;
        if (!hash.equals(seenHash)) {
            throw rolledBack("has another generation " + seen + " than the one that this machine has seen");
        }
    }

    private StoreException rolledBack(String what) {
        return new StoreException(
                Reason.ROLLED_BACK,
                "The store " + folder + " " + what
                        + ". Fetch the newest store; if this one is right, for example because"
                        + " two pushes were merged, accept it as it is.");
    }

    void note(Head head) throws IOException {
        if (notes == null) {
            return;
        }
        PrivateFiles.createFolder(notes);
        write(storeNote(notes, head), head.index().generation() + " " + head.hash() + "\n");
        write(placeNote(notes), head.header().idText() + "\n");
    }

    private Path placeNote(Path where) throws IOException {
        return where.resolve("at-"
                + Hashes.of(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32));
    }

    private static Path storeNote(Path where, Head head) {
        return where.resolve(head.header().idText());
    }

    /** Most notes are what they were. */
    private static void write(Path file, String text) throws IOException {
        byte[] note = text.getBytes(StandardCharsets.US_ASCII);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), note)) {
            PrivateFiles.write(file, note);
        }
    }

    private static Optional<MatchResult> read(Path note, Pattern form) throws IOException {
        try {
            Matcher found =
                    form.matcher(new String(PrivateFiles.read(note, LARGEST_NOTE), StandardCharsets.ISO_8859_1));
            if (found.matches()) {
                return Optional.of(found.toMatchResult());
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UnreadableException e) {
            // Too large to be a note: the same as a note of another form.
        }
        throw new StoreException(
                Reason.ROLLED_BACK,
                "The note " + note
                        + " is damaged, so nothing is known about earlier generations of the store. Accept the"
                        + " store as it is if you know that it is the newest.");
    }
}
