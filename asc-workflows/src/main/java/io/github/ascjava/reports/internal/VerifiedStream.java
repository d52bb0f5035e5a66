package io.github.ascjava.reports.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A file whose size and checksum are compared at its end with those that were announced. Used by one thread at a time. */
public final class VerifiedStream extends InputStream {

    private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");

    private final InputStream in;
    private final String operation;
    private final @Nullable Long size;
    private final @Nullable String checksum;
    private final MessageDigest digest = md5();
    private long count;
    private boolean ended;

    /**
     * @param size the announced size in bytes, or null if there is none
     * @param checksum the announced MD5 checksum in hexadecimal digits; null, and anything else, is not compared
     */
    public VerifiedStream(InputStream file, String operation, @Nullable Long size, @Nullable String checksum) {
        this.in = file;
        this.operation = operation;
        this.size = size;
        this.checksum = checksum != null && MD5.matcher(checksum).matches() ? checksum : null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read >= 0) {
            digest.update(buffer, offset, read);
            count += read;
        } else if (!ended) {
            ended = true;
            verify();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void verify() {
        if (size != null && size != count) {
            throw damaged("the file has " + count + " bytes, but " + size + " were announced");
        }
        String actual = ByteString.of(digest.digest()).hex();
        if (checksum != null && !actual.equals(checksum.toLowerCase(Locale.ROOT))) {
            throw damaged("the MD5 checksum of the file is not the one that was announced");
        }
    }

    private InvalidResponseException damaged(String problem) {
        return new InvalidResponseException(operation, 1, problem + ". Download it again", null);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no MD5, which every one has to have.", e);
        }
    }
}
