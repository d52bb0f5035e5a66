package io.github.ascjava.client;

import io.github.ascjava.client.call.ApiCall;
import okhttp3.ResponseBody;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Streaming;

/** An operation that responds with a file, without the parameters that the library's operations need. */
public interface Streams {

    @Headers("Accept: application/a-gzip")
    @Streaming
    @GET("v1/salesReports")
    ApiCall<ResponseBody> report();
}
