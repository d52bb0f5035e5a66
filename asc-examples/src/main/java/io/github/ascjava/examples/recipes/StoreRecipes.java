package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appstore.ListAppStoreVersionCustomerReviews;
import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.CustomerReview;
import io.github.ascjava.client.model.common.HttpHeader;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.client.model.reports.SalesReportFrequency;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reviews, reports, screenshots and webhooks. */
public final class StoreRecipes {

    private final AppStoreConnect asc;

    /** Creates the recipes for a client. */
    public StoreRecipes(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the reviews with one or two stars and without a response, newest first. */
    public List<CustomerReview> unansweredComplaints(String appId) {
        return asc.apps()
                .listCustomerReviews(
                        appId,
                        q -> q.filterRating("1", "2")
                                .existsPublishedResponse(false)
                                .sort(ListAppStoreVersionCustomerReviews.Sort.CREATED_DATE_DESC)
                                .limit(200))
                .toList();
    }

    /** Responds to a review; a second response replaces the first one. */
    public void respond(String reviewId, String text) {
        asc.customerReviewResponses()
                .create(b -> b.review(reviewId).responseBody(text))
                .execute();
    }

    /** Returns the lines of the sales report of a day, the column names first. */
    public List<String> salesReport(String vendorNumber, LocalDate day) throws IOException {
        DownloadSalesReports report = new DownloadSalesReports(
                        vendorNumber, SalesReportType.SALES, SalesReportSubType.SUMMARY, SalesReportFrequency.DAILY)
                .filterReportDate(day.toString());
        try (ResponseBody body = asc.salesReports().download(report).execute();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(body.byteStream()), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    /** Uploads a screenshot: reserve, send the parts, confirm. */
    public AppScreenshot uploadScreenshot(String setId, Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        AppScreenshot reserved = asc.appScreenshots()
                .create(b -> b.appScreenshotSet(setId)
                        .fileName(image.getFileName().toString())
                        .fileSize(bytes.length))
                .execute();
        OkHttpClient http = new OkHttpClient(); // the signed URLs take no token
        for (UploadOperation part : Objects.requireNonNull(reserved.uploadOperations())) {
            int offset = Objects.requireNonNull(part.offset()).intValue();
            int length = Objects.requireNonNull(part.length()).intValue();
            Request.Builder request = new Request.Builder()
                    .url(Objects.requireNonNull(part.url()))
                    .method(Objects.requireNonNull(part.method()), RequestBody.create(bytes, null, offset, length));
            for (HttpHeader header : Objects.requireNonNull(part.requestHeaders())) {
                request.header(Objects.requireNonNull(header.name()), Objects.requireNonNull(header.value()));
            }
            try (Response response = http.newCall(request.build()).execute()) {
                if (!response.isSuccessful()) {
                    throw new IOException("The upload of " + image + " failed with status " + response.code() + ".");
                }
            }
        }
        return asc.appScreenshots()
                .update(reserved.id(), b -> b.sourceFileChecksum(md5(bytes)).uploaded(true))
                .execute();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }

    /** Registers a webhook that is called when a version or a build upload changes its state. */
    public Webhook registerWebhook(String appId, URI url, String secret) {
        return asc.webhooks()
                .create(b -> b.app(appId)
                        .name("Release bot")
                        .url(url)
                        .secret(secret)
                        .enabled(true)
                        .eventTypes(
                                WebhookEventType.APP_STORE_VERSION_APP_VERSION_STATE_UPDATED,
                                WebhookEventType.BUILD_UPLOAD_STATE_UPDATED))
                .execute();
    }
}
