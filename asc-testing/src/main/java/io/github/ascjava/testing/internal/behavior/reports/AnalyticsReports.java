package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Analytics reports: a request creates them at once, and their instances from the second day on.
 *
 * <p>Both are added to the state when a client reads them. Instances are kept for 35 days.
 */
final class AnalyticsReports extends ResourceRules {

    private static final String REQUESTS = "analyticsReportRequests";
    private static final String REPORTS = "analyticsReports";
    private static final List<String> GRANULARITIES = List.of("DAILY", "WEEKLY", "MONTHLY");
    private static final int DAYS_UNTIL_FIRST = 2;
    private static final int DAYS_KEPT = 35;

    /** How long Apple waits is not documented (docs/live-service.md#unread-analytics-requests-stop). */
    private static final int DAYS_UNTIL_STOPPED = 90;

    private final Map<StoredResource, LocalDate> firstDays = new HashMap<>();
    private final Map<StoredResource, LocalDate> lastReads = new HashMap<>();

    AnalyticsReports() {
        super(REQUESTS);
    }

    /** Only requests can be created or deleted; the others are read. */
    @Override
    public Set<String> types() {
        return Set.of(REQUESTS, REPORTS, "analyticsReportInstances", "analyticsReportSegments", "apps");
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource app = Bodies.required(body, "app", "apps", world);
        String accessType = Bodies.text(body, "accessType");
        for (StoredResource request : world.store().related(app, REQUESTS)) {
            if (request.text("accessType").equals(accessType)) {
                throw Errors.refusal("analytics.exists");
            }
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.with("stoppedDueToInactivity", false);
        firstDays.put(created, isSnapshot(created) ? today(world) : today(world).plusDays(DAYS_UNTIL_FIRST));
    }

    @Override
    protected void onDeletion(StoredResource request, SandboxState world) {
        firstDays.remove(request);
        lastReads.remove(request);
        for (StoredResource report : world.store().related(request, "reports")) {
            world.store().related(report, "instances").forEach(instance -> remove(instance, world));
            world.store().remove(report);
        }
    }

    @Override
    public void timePassed(SandboxState world) {
        for (StoredResource request : world.store().all(REQUESTS)) {
            LocalDate lastRead = lastReads.computeIfAbsent(request, key -> today(world));
            if (!isSnapshot(request) && today(world).isAfter(lastRead.plusDays(DAYS_UNTIL_STOPPED))) {
                request.with("stoppedDueToInactivity", true);
            }
        }
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.type().startsWith("analytics") || REQUESTS.equals(operation.relationship())) {
            world.store().all(REQUESTS).forEach(each -> addReports(each, world));
            List<String> path = request.url().pathSegments();
            if (operation.type().equals(REPORTS) && path.size() > 3) {
                world.store().find(REPORTS, path.get(2)).ifPresent(report -> updateInstances(report, world));
            }
        }
        return null;
    }

    private static void addReports(StoredResource request, SandboxState world) {
        if (world.store().related(request, "reports").isEmpty()) {
            int number = 0;
            for (AnalyticsKind kind : AnalyticsKind.ALL) {
                StoredResource report = world.store().add(REPORTS, "r" + ++number + "-" + request.id());
                report.with("name", kind.name()).with("category", kind.category());
                world.store().link(request, "reports", report);
            }
        }
    }

    private void updateInstances(StoredResource report, SandboxState world) {
        StoredResource request = owner(REQUESTS, "reports", report, world);
        LocalDate today = today(world);
        LocalDate oldest = today.minusDays(DAYS_KEPT);
        Set<AnalyticsInstance> there = new HashSet<>();
        for (StoredResource instance : world.store().related(report, "instances")) {
            there.add(AnalyticsInstance.of(instance));
            if (AnalyticsInstance.of(instance).processingDate().isBefore(oldest)) {
                remove(instance, world);
            }
        }
        days(request, oldest, today)
                .flatMap(day -> GRANULARITIES.stream().map(granularity -> new AnalyticsInstance(granularity, day)))
                .filter(instance -> (isSnapshot(request) || instance.isMade()) && !there.contains(instance))
                .forEach(instance -> add(instance, report, world));
        if (!request.flag("stoppedDueToInactivity")) {
            lastReads.put(request, today);
        }
    }

    /** Returns the days on which instances were made: one for a snapshot, otherwise each until the request stopped. */
    private Stream<LocalDate> days(StoredResource request, LocalDate oldest, LocalDate today) {
        LocalDate first = firstDays.computeIfAbsent(request, key -> isSnapshot(request) ? today : oldest);
        LocalDate stop = lastReads.getOrDefault(request, today).plusDays(DAYS_UNTIL_STOPPED);
        LocalDate last = isSnapshot(request) ? first : stop.isBefore(today) ? stop : today;
        LocalDate from = first.isBefore(oldest) ? oldest : first;
        return from.isAfter(last) ? Stream.of() : from.datesUntil(last.plusDays(1));
    }

    /** Adds an instance if there is data for it (docs/live-service.md#analytics-without-data-have-no-instance). */
    private void add(AnalyticsInstance instance, StoredResource report, SandboxState world) {
        for (AnalyticsKind kind : AnalyticsKind.ALL) {
            if (kind.name().equals(report.text("name"))
                    && kind.granularities().contains(instance.granularity())
                    && !sales(kind, instance, report, world).isEmpty()) {
                world.addTo(report, "instances")
                        .with("granularity", instance.granularity())
                        .with("processingDate", instance.processingDate());
            }
        }
    }

    /** Returns what an instance is about, by year. */
    static Map<Integer, List<Sale>> sales(
            AnalyticsKind kind, AnalyticsInstance instance, StoredResource report, SandboxState world) {
        StoredResource request = owner(REQUESTS, "reports", report, world);
        List<Product> products = Product.of(owner("apps", REQUESTS, request, world), world);
        return kind.sales(instance, isSnapshot(request), products);
    }

    private static void remove(StoredResource instance, SandboxState world) {
        world.store().related(instance, "segments").forEach(world.store()::remove);
        world.store().remove(instance);
    }

    private static boolean isSnapshot(StoredResource request) {
        return request.text("accessType").equals("ONE_TIME_SNAPSHOT");
    }

    static LocalDate today(SandboxState world) {
        return world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Finds the resource that has another one in a relationship. */
    static StoredResource owner(String type, String relationship, StoredResource owned, SandboxState world) {
        return world.store().all(type).stream()
                .filter(each -> world.store().related(each, relationship).contains(owned))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owned + " belongs to no resource of type " + type + "."));
    }
}
