package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ErrorResponse;
import io.github.ascjava.client.jsonapi.Page;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Reads one page of a list, and knows its position in the list.
 *
 * @param seen how many elements came before this page
 * @param total how many elements there are, as reported by the previous page
 * @param isFirst whether this is the first page of the iteration
 */
record PageReader<T>(
        Converter<ResponseBody, Page<T>> converter,
        int seen,
        @Nullable Integer total,
        boolean isFirst) implements ResponseReader<Page<T>> {

    private static final int BAD_REQUEST = 400;
    private static final MediaType JSON = MediaType.get("application/json");

    static <T> PageReader<T> first(Converter<ResponseBody, Page<T>> converter) {
        return new PageReader<>(converter, 0, null, true);
    }

    /** Returns the reader of the page after the given one. */
    PageReader<T> after(Page<T> page) {
        int read = page.data().size() + page.unknownElements().size();
        return new PageReader<>(converter, seen + read, page.total(), false);
    }

    @Override
    public Page<T> ofBody(ResponseBody body) throws IOException {
        return converter.convert(body);
    }

    /**
     * Some lists end with a link that Apple rejects (docs/live-service.md#last-next-link-may-be-invalid). It counts as
     * the end only if all elements were seen; otherwise the list would be truncated silently.
     */
    @Override
    public @Nullable Page<T> ofError(ErrorResponse answer) throws IOException {
        boolean all = total == null || seen >= total;
        return !isFirst && all && isAboutCursor(answer)
                ? converter.convert(ResponseBody.create("{\"data\":[]}", JSON))
                : null;
    }

    private static boolean isAboutCursor(ErrorResponse answer) {
        return answer.status() == BAD_REQUEST && answer.errors().stream().anyMatch(PageReader::isAboutCursor);
    }

    private static boolean isAboutCursor(ApiError error) {
        return error.hasCode("PARAMETER_ERROR.INVALID")
                && ("cursor".equals(error.parameter())
                        || (error.detail() != null && error.detail().contains("not a valid cursor")));
    }
}
