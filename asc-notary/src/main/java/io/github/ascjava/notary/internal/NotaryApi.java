package io.github.ascjava.notary.internal;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.notary.internal.NotaryDocuments.ListDocument;
import io.github.ascjava.notary.internal.NotaryDocuments.LogDocument;
import io.github.ascjava.notary.internal.NotaryDocuments.NewSubmission;
import io.github.ascjava.notary.internal.NotaryDocuments.NewSubmissionDocument;
import io.github.ascjava.notary.internal.NotaryDocuments.StatusDocument;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

/**
 * The four operations of the Notary API, version 2.
 *
 * @see <a href="https://developer.apple.com/documentation/notaryapi">Notary API</a>
 */
public interface NotaryApi {

    /** The path that all operations share. */
    String SUBMISSIONS = "notary/v2/submissions";

    @POST(SUBMISSIONS)
    ApiCall<NewSubmissionDocument> submit(@Body NewSubmission submission);

    @GET(SUBMISSIONS)
    ApiCall<ListDocument> list();

    @GET(SUBMISSIONS + "/{id}")
    ApiCall<StatusDocument> status(@Path("id") String id);

    @GET(SUBMISSIONS + "/{id}/logs")
    ApiCall<LogDocument> log(@Path("id") String id);
}
