package io.github.ascjava.notary.internal;

import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ErrorResponse;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.DocumentConverters;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/** Downloads logs from their signed URLs, which are never shown, and reads them. Thread-safe. */
public final class LogFile {

    private static final String OPERATION = "GET log of a submission";
    private static final int EXPIRED = 403;
    private static final int LARGEST = 64 * 1024 * 1024;

    private final OkHttpClient client;
    private final DocumentConverters converters = new DocumentConverters(LARGEST);

    /** @param client what it adds to requests to the API is left out */
    public LogFile(OkHttpClient client) {
        this.client = StorageCalls.withoutAnythingOfTheApi(client);
    }

    /**
     * Downloads a log.
     *
     * @param fresh returns another URL, in case that this one has expired
     */
    public ByteString download(String url, Supplier<Optional<String>> fresh) {
        Result result = get(url);
        if (result.status() == EXPIRED) {
            result = fresh.get().map(this::get).orElse(result);
        }
        if (result.body() == null) {
            throw ApiException.of(
                    OPERATION,
                    new ErrorResponse(result.status(), List.of(), "", null, RateLimit.UNKNOWN, null, null),
                    1,
                    null);
        }
        return result.body();
    }

    /** Reads a log. */
    public <T> T read(ByteString log, Class<T> type) {
        Converter<ResponseBody, ?> converter = Objects.requireNonNull(converters.converter(type));
        try {
            return type.cast(converter.convert(ResponseBody.create(log, null)));
        } catch (InvalidDocumentException e) {
            throw new InvalidResponseException(OPERATION, 1, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidResponseException(OPERATION, 1, "the log is not JSON", null);
        }
    }

    private Result get(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null || !(parsed.isHttps() || Loopback.is(parsed))) {
            throw new InvalidResponseException(OPERATION, 0, "its URL is not an https URL", null);
        }
        try (Response response =
                client.newCall(new Request.Builder().url(parsed).build()).execute()) {
            return new Result(response.code(), response.isSuccessful() ? converters.readBytes(response.body()) : null);
        } catch (InvalidDocumentException e) {
            throw new InvalidResponseException(OPERATION, 1, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ConnectionException(OPERATION, 1, e.getClass().getSimpleName() + " from " + parsed.host(), e);
        }
    }

    private record Result(int status, @Nullable ByteString body) {}
}
