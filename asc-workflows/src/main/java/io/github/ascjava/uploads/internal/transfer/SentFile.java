package io.github.ascjava.uploads.internal.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a transfer.
 *
 * @param parts those that this transfer sent, by number; parts that were done before are missing
 * @param md5 of the whole file in lower-case hexadecimal digits; null unless the plan asks for it
 */
public record SentFile(List<SentPart> parts, @Nullable String md5) {}
