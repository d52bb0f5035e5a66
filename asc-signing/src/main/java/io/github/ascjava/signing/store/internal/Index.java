package io.github.ascjava.signing.store.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a generation of a store.
 *
 * @param generation from 1
 * @param earlier the SHA-256 hashes of the heads of earlier generations, the newest first
 * @param files by path
 */
public record Index(long generation, List<String> earlier, SortedMap<String, IndexEntry> files) {

    public static final int MOST_FILES = 10_000;

    /** The largest content of a file, in bytes. */
    public static final int LARGEST_FILE = 4 << 20;

    static final int MOST_EARLIER = 256;

    public Index {
        earlier = List.copyOf(earlier);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Returns the first generation, which has no files. */
    public static Index first() {
        return new Index(1, List.of(), new TreeMap<>());
    }

    /** Returns the generation after this one, whose head has the hash. */
    public Index next(String headHash, Map<String, IndexEntry> changed) {
        List<String> hashes = Stream.concat(Stream.of(headHash), earlier.stream())
                .limit(MOST_EARLIER)
                .toList();
        return new Index(generation + 1, hashes, new TreeMap<>(changed));
    }

    /** Returns the names of the objects that this generation needs. */
    public Set<String> objects() {
        return files.values().stream().map(IndexEntry::objectHash).collect(Collectors.toSet());
    }

    /**
     * Throws an exception if some operating system could not hold the files beside each other, or they are too many.
     *
     * @throws UnreadableException whose message says which
     */
    public void check() throws UnreadableException {
        Set<String> names = new HashSet<>();
        for (String path : files.keySet()) {
            if (!names.add(StorePath.folded(path))) {
                throw new UnreadableException("has two files that differ only in case: " + path + " is one of them.");
            }
        }
        for (String path : names) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (names.contains(path.substring(0, slash))) {
                    throw new UnreadableException(
                            "has a file that is also a folder: " + path.substring(0, slash) + ".");
                }
            }
        }
        if (files.size() > MOST_FILES) {
            throw new UnreadableException("has " + files.size() + " files; " + MOST_FILES + " are possible.");
        }
    }

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(generation);
            out.writeShort(earlier.size());
            for (String hash : earlier) {
                out.write(HexFormat.of().parseHex(hash));
            }
            out.writeInt(files.size());
            for (IndexEntry file : files.values()) {
                byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
                out.writeByte(path.length);
                out.write(path);
                out.writeByte(file.kind());
                out.writeInt(file.size());
                out.write(HexFormat.of().parseHex(file.contentHash()));
                out.write(HexFormat.of().parseHex(file.objectHash()));
                out.writeLong(file.generation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote, and nothing else.
     *
     * @throws UnreadableException if the bytes have another form
     */
    public static Index parse(byte[] bytes) throws UnreadableException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            long generation = in.getLong();
            List<String> earlier = new ArrayList<>();
            for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
                earlier.add(hash(in));
            }
            TreeMap<String, IndexEntry> files = new TreeMap<>();
            for (long left = Integer.toUnsignedLong(in.getInt()); left > 0; left--) {
                IndexEntry file = entry(in, generation);
                if (!files.isEmpty() && files.lastKey().compareTo(file.path()) >= 0) {
                    throw new UnreadableException("has an index that is out of order.");
                }
                files.put(file.path(), file);
            }
            if (generation < 1 || earlier.size() > MOST_EARLIER || in.hasRemaining()) {
                throw new UnreadableException("has an index of an unknown form.");
            }
            Index index = new Index(generation, earlier, files);
            index.check();
            return index;
        } catch (BufferUnderflowException | CharacterCodingException e) {
            throw new UnreadableException("has an index of an unknown form.", e);
        }
    }

    private static IndexEntry entry(ByteBuffer in, long newest) throws UnreadableException, CharacterCodingException {
        byte[] name = new byte[Byte.toUnsignedInt(in.get())];
        in.get(name);
        String path = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(name))
                .toString();
        IndexEntry entry =
                new IndexEntry(path, Byte.toUnsignedInt(in.get()), in.getInt(), hash(in), hash(in), in.getLong());
        if (StorePath.fault(path).isPresent()) {
            throw new UnreadableException("has a file whose name cannot be used.");
        } else if (entry.kind() == 0
                || entry.size() < 0
                || entry.size() > LARGEST_FILE
                || entry.generation() < 1
                || entry.generation() > newest) {
            throw new UnreadableException("has an index of an unknown form.");
        }
        return entry;
    }

    private static String hash(ByteBuffer in) {
        byte[] hash = new byte[Hashes.BYTES];
        in.get(hash);
        return HexFormat.of().formatHex(hash);
    }
}
