package io.github.ascjava.uploads.internal.packages;

/**
 * Walks a binary property list before dd-plist reads it: objects refer to each other by number, so a small file can nest
 * without end, or stand for a huge tree.
 */
final class BinaryPlistGuard {

    private static final int DEEPEST = 64;
    private static final int MOST_VISITS = 200_000;
    private static final int TRAILER = 32;
    private static final int HEADER = 8;
    private static final int FIRST_COMPOUND = 0xA;
    private static final int ARRAY = 0xA;
    private static final int DICTIONARY = 0xD;

    private final byte[] bytes;
    private final int offsetSize;
    private final int referenceSize;
    private final long objects;
    private final long table;
    private int visits;

    private BinaryPlistGuard(byte[] bytes) throws UnreadablePackageException {
        this.bytes = bytes;
        int trailer = bytes.length - TRAILER;
        require(trailer >= HEADER);
        this.offsetSize = bytes[trailer + 6];
        this.referenceSize = bytes[trailer + 7];
        require(isSize(offsetSize) && isSize(referenceSize));
        this.objects = number(trailer + 8, 8);
        this.table = number(trailer + 24, 8);
        require(objects > 0 && objects <= bytes.length);
        require(table >= HEADER && table <= trailer - objects * offsetSize);
    }

    static void check(byte[] bytes) throws UnreadablePackageException {
        BinaryPlistGuard guard = new BinaryPlistGuard(bytes);
        guard.visit(guard.number(bytes.length - TRAILER + 16, 8), 0);
    }

    private void visit(long object, int depth) throws UnreadablePackageException {
        if (depth > DEEPEST || ++visits > MOST_VISITS) {
            throw new UnreadablePackageException("is nested too deeply or too large; build the app again");
        }
        int offset = offset(object);
        int type = (bytes[offset] & 0xF0) >> 4;
        if (type < FIRST_COMPOUND) {
            return;
        }
        // An Info.plist has no sets, which are the other compound types.
        require(type == ARRAY || type == DICTIONARY);
        visitMembers(offset, type, depth);
    }

    private void visitMembers(int offset, int type, int depth) throws UnreadablePackageException {
        long count = bytes[offset] & 0x0F;
        int start = offset + 1;
        if (count == 0x0F) {
            require(start < table && (bytes[start] & 0xF0) == 0x10);
            int size = 1 << (bytes[start] & 0x0F);
            require(isSize(size));
            count = number(start + 1, size);
            start += 1 + size;
        }
        long references = type == DICTIONARY ? 2 * count : count;
        require(count >= 0 && count <= bytes.length && start + references * referenceSize <= table);
        for (int i = 0; i < references; i++) {
            long object = number(start + i * referenceSize, referenceSize);
            if (type == DICTIONARY && i < count) {
                int keyType = (bytes[offset(object)] & 0xF0) >> 4;
                require(keyType >= 5 && keyType <= 7);
            }
            visit(object, depth + 1);
        }
    }

    private int offset(long object) throws UnreadablePackageException {
        require(object >= 0 && object < objects);
        long offset = number((int) (table + object * offsetSize), offsetSize);
        require(offset >= HEADER && offset < table);
        return (int) offset;
    }

    private long number(int start, int size) throws UnreadablePackageException {
        require(start >= 0 && start + size <= bytes.length);
        long number = 0;
        for (int i = start; i < start + size; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    private static boolean isSize(int size) {
        return size == 1 || size == 2 || size == 4 || size == 8;
    }

    private static void require(boolean valid) throws UnreadablePackageException {
        if (!valid) {
            throw new UnreadablePackageException("is damaged; build the app again");
        }
    }
}
