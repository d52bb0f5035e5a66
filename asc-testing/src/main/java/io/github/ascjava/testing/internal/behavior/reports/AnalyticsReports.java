package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was requested brings reports at once, and instances of them day by day, two days late (facts 7.3).
 *
 * <p>They are made when somebody asks for anything of the kind.
 */
final class AnalyticsReports implements ResourceHook {

    private static final String REQUESTS = "analyticsReportRequests";
    private static final String REPORTS = "analyticsReports";
    private static final String INSTANCES = "analyticsReportInstances";
    private static final int DAYS_LATE = 2;

    /** What was requested before the sandbox began, or only once, is about so many days of the past. */
    private static final int DAYS_OF_PAST = 14;

    private final Map<StoredResource, LocalDate> firstDays = new HashMap<>();

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_INSTANCE || !operation.type().equals(REQUESTS)) {
            return;
        }
        StoredResource app = world.store().get("apps", String.valueOf(Bodies.related(body, "app")));
        String accessType = Bodies.text(body, "accessType");
        for (StoredResource request : world.store().related(app, REQUESTS)) {
            if (request.attributes().path("accessType").asText().equals(accessType)) {
                throw Refusals.state("You already have such an entity");
            }
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(REQUESTS)) {
            created.attributes().put("stoppedDueToInactivity", false);
            boolean ongoing = created.attributes().path("accessType").asText().equals("ONGOING");
            firstDays.put(created, ongoing ? today(world) : today(world).minusDays(DAYS_OF_PAST));
        }
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
    public void deleting(StoredResource resource, SandboxState world) {
        if (!resource.type().equals(REQUESTS)) {
            return;
        }
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
                    .add(
                            REPORTS,
                            "r" + ++number + "-" + request.id(),
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("name", kind.name())
                                    .put("category", kind.category()));
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
                    StoredResource added =
                            world.store().add(INSTANCES, world.ids().uuid(), instance.attributes());
                    world.store().link(report, "instances", added);
                }
            }
        }
    }

    private static LocalDate today(SandboxState world) {
        return world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
