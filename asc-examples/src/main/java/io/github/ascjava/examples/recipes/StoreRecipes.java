package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appstore.ListAppStoreVersionCustomerReviews;
import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.CustomerReview;
import io.github.ascjava.client.model.reports.SalesReportFrequency;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.uploads.Uploads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
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

    /** Uploads a screenshot and waits until Apple has accepted it. */
    public AppScreenshot uploadScreenshot(String setId, Path image) {
        return Uploads.of(asc).appStore().screenshot(setId, image);
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
