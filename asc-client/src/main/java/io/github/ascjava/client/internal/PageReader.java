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
 * Reads one page of a list, and knows how far along the list it is.
 *
 * @param seen how many elements came before this page
 * @param total how many there are, as far as the page before said
 * @param isFirst whether this is the page that the walk began with
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

    /** Returns the reading of the page after a page. */
    PageReader<T> after(Page<T> page) {
        int read = page.data().size() + page.unknownElements().size();
        return new PageReader<>(converter, seen + read, page.total(), false);
    }

    @Override
    public Page<T> ofBody(ResponseBody body) throws IOException {
        return converter.convert(body);
    }

    /**
     * Some lists end in a link that Apple then takes for no cursor (H8). It is the end only if all was seen: otherwise the
     * list would be cut and nobody would know.
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
