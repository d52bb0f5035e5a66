package io.github.ascjava.testing.internal.behavior.reports;

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
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The files of an analytics report, each at a URL that expires five minutes after it was requested. */
final class AnalyticsSegments implements ResourceHook {

    private static final String TYPE = "analyticsReportSegments";
    private static final String FOLDER = "analytics-report-segments";
    private static final String EXTENSION = ".csv.gz";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SignedUrls urls;
    private final Map<String, ByteString> files = new HashMap<>();

    AnalyticsSegments(SignedUrls urls) {
        this.urls = urls;
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (operation.type().equals("analyticsReportInstances") && path.size() > 2) {
            world.store()
                    .find("analyticsReportInstances", path.get(2))
                    .ifPresent(instance -> addSegment(instance, world));
        }
        if (operation.type().startsWith("analyticsReport")) {
            for (StoredResource segment : world.store().all(TYPE)) {
                segment.attributes().put("url", url(segment, world));
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
        return world.store().all("analyticsReportInstances").stream()
                .filter(instance -> world.store().related(instance, "segments").stream()
                        .anyMatch(segment -> path.get(1).equals(segment.id() + EXTENSION)))
                .findFirst()
                .map(instance -> ApiAnswer.of(200, "application/x-gzip", file(instance, world)))
                .orElseGet(() -> SignedUrls.refusal(404, "NoSuchKey", "The specified key does not exist."));
    }

    private void addSegment(StoredResource instance, SandboxState world) {
        if (!world.store().related(instance, "segments").isEmpty()) {
            return;
        }
        ByteString file = file(instance, world);
        world.addTo(instance, "segments").with("checksum", file.md5().hex()).with("sizeInBytes", file.size());
    }

    private ByteString file(StoredResource instance, SandboxState world) {
        return files.computeIfAbsent(instance.id(), key -> {
            AnalyticsInstance days = AnalyticsInstance.of(instance);
            return Gzip.pack(kind(instance, world)
                    .table(app(instance, world), days.first(), days.last())
                    .text());
        });
    }

    private String url(StoredResource segment, SandboxState world) {
        return urls.sign(FOLDER + "/" + segment.id() + EXTENSION, LIFE, world)
                .newBuilder()
                .addQueryParameter("X-Amz-Expires", Long.toString(LIFE.toSeconds()))
                .toString();
    }

    private static AnalyticsKind kind(StoredResource instance, SandboxState world) {
        return AnalyticsKind.named(report(instance, world).text("name"));
    }

    private static StoredResource app(StoredResource instance, SandboxState world) {
        StoredResource report = report(instance, world);
        StoredResource request = owner("analyticsReportRequests", "reports", report, world);
        return owner("apps", "analyticsReportRequests", request, world);
    }

    private static StoredResource report(StoredResource instance, SandboxState world) {
        return owner("analyticsReports", "instances", instance, world);
    }

    private static StoredResource owner(String type, String relationship, StoredResource owned, SandboxState world) {
        return world.store().all(type).stream()
                .filter(each -> world.store().related(each, relationship).contains(owned))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owned + " belongs to no resource of type " + type + "."));
    }
}
