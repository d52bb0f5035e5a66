package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The files of an analytics report, one for each year, at URLs that expire five minutes after they were requested. */
final class AnalyticsSegments implements ResourceHook {

    private static final String TYPE = "analyticsReportSegments";
    private static final String INSTANCES = "analyticsReportInstances";
    private static final String FOLDER = "analytics-report-segments";
    private static final String EXTENSION = ".csv.gz";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Account account;
    private final SignedUrls urls;
    private final Gzip gzip;
    private final Map<String, List<ByteString>> filesByInstance = new HashMap<>();

    AnalyticsSegments(Account account, SignedUrls urls, Gzip gzip) {
        this.account = account;
        this.urls = urls;
        this.gzip = gzip;
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (operation.type().equals(INSTANCES) && path.size() > 2) {
            world.store().find(INSTANCES, path.get(2)).ifPresent(instance -> addSegments(instance, world));
        }
        if (operation.type().startsWith("analyticsReport")) {
            for (StoredResource segment : world.store().all(TYPE)) {
                segment.with("url", url(segment, world));
            }
        }
        return null;
    }

    @Override
    public @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (path.size() != 2 || !path.get(0).equals(FOLDER) || !request.method().equals("GET")) {
            return null;
        }
        ApiAnswer refusal = urls.refusal(request, world);
        if (refusal != null) {
            return refusal;
        }
        return world.store()
                .find(TYPE, path.get(1).replace(EXTENSION, ""))
                .flatMap(segment -> file(segment, world))
                .map(file -> ApiAnswer.of(200, "application/x-gzip", file))
                .orElseGet(() -> SignedUrls.refusal(404, "NoSuchKey", "The specified key does not exist."));
    }

    /** In an unusual sandbox, an instance has no segments on the day on which it was made. */
    private void addSegments(StoredResource instance, SandboxState world) {
        boolean isNew = AnalyticsInstance.of(instance).processingDate().equals(AnalyticsReports.today(world));
        if (world.store().related(instance, "segments").isEmpty() && !(gzip.unusual() && isNew)) {
            files(instance, world)
                    .forEach(file -> world.addTo(instance, "segments")
                            .with("checksum", file.md5().hex())
                            .with("sizeInBytes", file.size()));
        }
    }

    private Optional<ByteString> file(StoredResource segment, SandboxState world) {
        StoredResource instance = AnalyticsReports.owner(INSTANCES, "segments", segment, world);
        int number = world.store().related(instance, "segments").indexOf(segment);
        return files(instance, world).stream().skip(number).findFirst();
    }

    /** Files are written once: the team may sell other products later. */
    private List<ByteString> files(StoredResource instance, SandboxState world) {
        StoredResource report = AnalyticsReports.owner("analyticsReports", "instances", instance, world);
        return filesByInstance.computeIfAbsent(
                instance.id(),
                key -> AnalyticsKind.ALL.stream()
                        .filter(kind -> kind.name().equals(report.text("name")))
                        .flatMap(kind ->
                                AnalyticsReports.sales(kind, AnalyticsInstance.of(instance), report, world)
                                        .values()
                                        .stream()
                                        .map(sales -> gzip.pack(kind.text(sales, account))))
                        .toList());
    }

    private String url(StoredResource segment, SandboxState world) {
        return urls.sign(FOLDER + "/" + segment.id() + EXTENSION, LIFE, world)
                .newBuilder()
                .addQueryParameter("X-Amz-Expires", Long.toString(LIFE.toSeconds()))
                .toString();
    }
}
