package io.github.ascjava.client.call;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of a key as reported by a response; each number is null if the response did not report it.
 *
 * <p>Apple documents a limit per rolling hour. The live service also has one per minute, omits the header at times and
 * can send -1 (docs/live-service.md#rate-limit-header-varies).
 *
 * @param hourLimit requests per hour
 * @param hourRemaining requests left this hour; may be negative
 * @param minuteLimit requests per minute
 * @param minuteRemaining requests left this minute; may be negative
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/identifying-rate-limits">Identifying Rate
 *     Limits</a>
 * @since 0.1.0
 */
public record RateLimit(
        @Nullable Integer hourLimit,
        @Nullable Integer hourRemaining,
        @Nullable Integer minuteLimit,
        @Nullable Integer minuteRemaining)
        implements Serializable {

    /** Nothing has been reported yet. */
    public static final RateLimit UNKNOWN = new RateLimit(null, null, null, null);

    /**
     * Reads the {@code X-Rate-Limit} headers of a response, in any known form.
     *
     * @return {@link #UNKNOWN} if there are none, or none that can be read
     */
    public static RateLimit of(Headers headers) {
        RateLimitReader reader = new RateLimitReader();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equalsIgnoreCase("X-Rate-Limit")) {
                reader.read(headers.value(i));
            }
        }
        return reader.result();
    }

    /** Returns whether any of the numbers is known. */
    public boolean isKnown() {
        return hourLimit != null || hourRemaining != null || minuteLimit != null || minuteRemaining != null;
    }

    /** Returns the rate limit in words. */
    @Override
    public String toString() {
        String known = Stream.of(
                        budget(hourRemaining, hourLimit, "hour"), budget(minuteRemaining, minuteLimit, "minute"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "unknown" : known;
    }

    private static String budget(@Nullable Integer remaining, @Nullable Integer limit, String unit) {
        if (remaining == null && limit == null) {
            return "";
        }
        return (remaining == null ? "?" : remaining) + " of " + (limit == null ? "?" : limit) + " requests left this "
                + unit;
    }
}
