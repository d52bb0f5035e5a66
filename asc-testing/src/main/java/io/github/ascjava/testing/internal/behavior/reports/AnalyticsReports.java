package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request creates its reports at once, and instances of them daily, with a delay of two days.
 *
 * <p>They are created when a request reads reports or instances.
 */
final class AnalyticsReports extends ResourceRules {

    private static final String REQUESTS = "analyticsReportRequests";
    private static final String REPORTS = "analyticsReports";
    private static final int DAYS_LATE = 2;

    /** The number of past days covered by requests that are older than the sandbox, or that ask for one snapshot. */
    private static final int DAYS_OF_PAST = 14;

    private final Map<StoredResource, LocalDate> firstDays = new HashMap<>();

    AnalyticsReports() {
        super(REQUESTS);
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource app = Bodies.required(body, "app", "apps", world);
        String accessType = Bodies.text(body, "accessType");
        for (StoredResource request : world.store().related(app, REQUESTS)) {
            if (request.text("accessType").equals(accessType)) {
                throw ErrorKind.STATE.refusal("You already have such an entity");
            }
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.attributes().put("stoppedDueToInactivity", false);
        boolean ongoing = created.text("accessType").equals("ONGOING");
        firstDays.put(created, ongoing ? today(world) : today(world).minusDays(DAYS_OF_PAST));
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.type().startsWith("analytics") || REQUESTS.equals(operation.relationship())) {
            for (StoredResource each : world.store().all(REQUESTS)) {
                addReports(each, world);
                addInstances(each, world);
            }
        }
        return null;
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        firstDays.remove(resource);
        for (StoredResource report : world.store().related(resource, "reports")) {
            for (StoredResource instance : world.store().related(report, "instances")) {
                world.store().related(instance, "segments").forEach(world.store()::remove);
                world.store().remove(instance);
            }
            world.store().remove(report);
        }
    }

    private static void addReports(StoredResource request, SandboxState world) {
        if (!world.store().related(request, "reports").isEmpty()) {
            return;
        }
        int number = 0;
        for (AnalyticsKind kind : AnalyticsKind.ALL) {
            StoredResource report = world.store()
                    .add(REPORTS, "r" + ++number + "-" + request.id())
                    .with("name", kind.name())
                    .with("category", kind.category());
            world.store().link(request, "reports", report);
        }
    }

    private void addInstances(StoredResource request, SandboxState world) {
        LocalDate today = today(world);
        LocalDate first = firstDays.computeIfAbsent(request, key -> today.minusDays(DAYS_OF_PAST));
        List<AnalyticsInstance> due = AnalyticsInstance.between(first, today.minusDays(DAYS_LATE));
        for (StoredResource report : world.store().related(request, "reports")) {
            var known = world.store().related(report, "instances").stream()
                    .map(AnalyticsInstance::of)
                    .collect(Collectors.toSet());
            for (AnalyticsInstance instance : due) {
                if (!known.contains(instance)) {
                    instance.describe(world.addTo(report, "instances"));
                }
            }
        }
    }

    private static LocalDate today(SandboxState world) {
        return world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
