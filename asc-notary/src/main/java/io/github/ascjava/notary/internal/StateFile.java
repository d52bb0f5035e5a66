package io.github.ascjava.notary.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in a small file what was submitted, because Apple's list does not tell the hash of a file. Only the owner can read
 * it; it contains no credentials, which end with the program.
 */
public final class StateFile {

    private static final int FORMAT = 1;
    private static final long LARGEST = 64 * 1024;

    private final Path path;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param path need not exist; the folder must */
    public StateFile(Path path) {
        this.path = path;
    }

    /**
     * Returns what the file says, or null if there is none.
     *
     * @throws IllegalStateException if it is not such a file
     * @throws UncheckedIOException if it cannot be read
     */
    public @Nullable State read() {
        if (!Files.exists(path)) {
            return null;
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw foreign(null);
            }
            return state(mapper.readTree(Files.readAllBytes(path)));
        } catch (JacksonException e) {
            throw foreign(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " could not be read: " + e + ".", e);
        }
    }

    private State state(JsonNode tree) {
        boolean isState = tree.path("notarySubmission").asInt() == FORMAT
                && tree.path("id").isTextual()
                && tree.path("sha256").isTextual()
                && tree.path("size").isIntegralNumber()
                && tree.path("name").isTextual();
        if (!isState) {
            throw foreign(null);
        }
        return new State(
                tree.path("id").asText(),
                tree.path("sha256").asText(),
                tree.path("size").asLong(),
                tree.path("name").asText(),
                tree.path("partsDone").asInt(),
                tree.path("isComplete").asBoolean());
    }

    /**
     * Replaces what the file says.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(State state) {
        ObjectNode tree = mapper.createObjectNode();
        tree.put("notarySubmission", FORMAT);
        tree.put("id", state.id());
        tree.put("sha256", state.sha256());
        tree.put("size", state.size());
        tree.put("name", state.name());
        tree.put("partsDone", state.partsDone());
        tree.put("isComplete", state.isComplete());
        AtomicFile.writePrivate(
                path, out -> out.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree)));
    }

    private IllegalStateException foreign(@Nullable Exception cause) {
        return new IllegalStateException(
                "The file " + path
                        + " does not describe a submission of this library. Name another state file, or delete it.",
                cause);
    }

    /**
     * A submission.
     *
     * @param partsDone how many parts of the file Apple has confirmed
     * @param isComplete whether Apple has the whole file
     */
    public record State(String id, String sha256, long size, String name, int partsDone, boolean isComplete) {

        /** Returns the same state with another number of confirmed parts. */
        public State withPartsDone(int number) {
            return new State(id, sha256, size, name, number, isComplete);
        }

        /** Returns the same state after the upload. */
        public State complete() {
            return new State(id, sha256, size, name, partsDone, true);
        }

        /** Returns whether a file is the one that was submitted. */
        public boolean isOf(String hash, long length) {
            return sha256.equals(hash) && size == length;
        }
    }
}
