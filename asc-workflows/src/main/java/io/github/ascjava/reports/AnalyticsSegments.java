package io.github.ascjava.reports;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ErrorResponse;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.model.reports.AnalyticsReportSegment;
import io.github.ascjava.reports.internal.BodyStream;
import io.github.ascjava.reports.internal.JoinedTables;
import io.github.ascjava.reports.internal.VerifiedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Downloads the files of analytics reports from the hosts that keep them. Thread-safe. */
final class AnalyticsSegments {

    private static final String OPERATION = "GET segment of an analytics report";
    private static final int EXPIRED = 403;

    private final AppStoreConnect asc;
    private final OkHttpClient files;

    AnalyticsSegments(AppStoreConnect asc) {
        this.asc = asc;
        OkHttpClient.Builder builder = asc.httpClient().newBuilder();
        // The URL is the permission. A token would be rejected, and interceptors might log the URL
        // (docs/live-service.md#report-segments-need-no-token).
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        this.files = builder.build();
    }

    /** Returns the segments of an instance; none if the instance is not ready. */
    List<AnalyticsReportSegment> list(String instanceId) {
        return asc.analyticsReportInstances().listSegments(instanceId).toList();
    }

    /** Returns all segments as one table; each is requested when the one before has ended. */
    InputStream open(List<AnalyticsReportSegment> segments) {
        return new JoinedTables(segments.stream().map(this::open).iterator(), OPERATION);
    }

    private InputStream open(AnalyticsReportSegment segment) {
        Response response = get(segment);
        if (response.code() == EXPIRED) {
            // The URL lives five minutes, and the segments before this one may have taken longer.
            response.close();
            response = get(asc.analyticsReportSegments().get(segment.id()).execute());
        }
        if (!response.isSuccessful()) {
            response.close();
            throw failure(response.code());
        }
        InputStream body = new BodyStream(response.body().byteStream(), OPERATION);
        return new VerifiedStream(body, OPERATION, segment.sizeInBytes(), segment.checksum());
    }

    private Response get(AnalyticsReportSegment segment) {
        HttpUrl url = segment.url() == null ? null : HttpUrl.get(segment.url());
        if (url == null) {
            throw new InvalidResponseException(OPERATION, 0, "the segment has no URL to download it from", null);
        }
        try {
            return files.newCall(new Request.Builder().url(url).build()).execute();
        } catch (IOException e) {
            throw new ConnectionException(
                    OPERATION, 1, "the host " + url.host() + " did not respond; check the network to it.", e);
        }
    }

    /** Without the body, which may quote the signed URL. */
    private static ApiException failure(int status) {
        String advice = status == EXPIRED
                ? "The URL was new, so the clock of this machine is not the reason; a proxy may have added a header."
                : "The file host is not Apple's API; try again later.";
        ErrorResponse response = new ErrorResponse(status, List.of(), "", null, RateLimit.UNKNOWN, null, advice);
        return ApiException.of(OPERATION, response, 1, null);
    }
}
