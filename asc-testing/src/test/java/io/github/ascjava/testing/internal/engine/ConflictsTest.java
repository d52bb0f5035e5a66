package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the catalog says about duplicates and lists holds for every resource to which it applies. */
@Tag("document")
class ConflictsTest {

    private static final Set<String> REPLACED =
            Set.of("appPriceSchedules", "inAppPurchasePriceSchedules", "inAppPurchaseAvailabilities");

    @Test
    void aSecondResourceInAToOneRelationshipIsRejectedOrReplacesTheFirst() {
        List<String> tried = new ArrayList<>();
        forEach(Action.CREATE_INSTANCE, (operation, shape) -> {
            List<String> taken = parents(shape)
                    .filter(link -> !back(shape, link).toMany())
                    .map(link -> "/data/relationships/" + link.name())
                    .toList();
            if (taken.isEmpty()) {
                return;
            }
            Bench bench = Bench.documented();
            ObjectNode body = new Filler(bench.world).body(shape, null, false);
            assertThat(bench.send("POST", operation.path(), body).status())
                    .as(operation.toString())
                    .isLessThan(300);
            Bench.Reply second = bench.send("POST", operation.path(), body);
            if (REPLACED.contains(shape.type())) {
                assertThat(second.errors()).as(operation.toString()).isEmpty();
                assertThat(bench.store.all(shape.type())).hasSize(1);
            } else {
                assertThat(second.status()).as(operation.toString()).isEqualTo(409);
                assertThat(second.error().code()).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
                assertThat(second.error().detail()).endsWith("already exists.");
                assertThat(second.error().pointer()).as(operation.toString()).isIn(taken);
            }
            tried.add(shape.type());
        });
        assertThat(tried).hasSizeGreaterThan(20).contains("appStoreReviewDetails", "inAppPurchasePriceSchedules");
    }

    @Test
    void aSecondLocalizationOfALocaleIsRejectedInAnyCase() {
        List<String> tried = new ArrayList<>();
        forEach(Action.CREATE_INSTANCE, (operation, shape) -> {
            boolean isOneOfMany =
                    parents(shape).anyMatch(link -> back(shape, link).toMany());
            if (!isOneOfMany
                    || !shape.attributes().containsKey("locale")
                    || !shape.type().endsWith("Localizations")) {
                return;
            }
            Bench bench = Bench.documented();
            ObjectNode body = new Filler(bench.world).bodyWith(shape, Set.of("locale"));
            for (String locale : List.of("en-US", "de-DE")) {
                body.withObject("/data/attributes").put("locale", locale);
                assertThat(bench.send("POST", operation.path(), body).errors())
                        .as(operation.toString())
                        .isEmpty();
            }
            body.withObject("/data/attributes").put("locale", "EN-us");
            Bench.Reply second = bench.send("POST", operation.path(), body);
            assertThat(second.status()).as(operation.toString()).isEqualTo(409);
            assertThat(second.error().code()).startsWith("ENTITY_ERROR.ATTRIBUTE.INVALID");
            assertThat(second.error().pointer()).isEqualTo("/data/attributes/locale");
            tried.add(shape.type());
        });
        assertThat(tried).hasSizeGreaterThan(10).contains("appInfoLocalizations", "betaBuildLocalizations");
    }

    @Test
    void aListInAnUpdateReplacesTheOneBefore() {
        List<String> tried = new ArrayList<>();
        forEach(
                Action.UPDATE_INSTANCE,
                (operation, shape) -> shape.relationships().values().stream()
                        .filter(BodyShape.Link::toMany)
                        .forEach(link -> {
                            tried.add(shape.type() + "." + link.name());
                            assertThat(replaced(
                                            operation,
                                            link.name(),
                                            link.type(),
                                            "{'data':{'type':'" + shape.type() + "','id':'%s','relationships':{'"
                                                    + link.name() + "':{'data':%s}}}}"))
                                    .as("%s, %s", operation, link)
                                    .isTrue();
                        }));
        assertThat(tried).contains("subscriptions.prices", "users.visibleApps", "nominations.relatedApps");
    }

    @Test
    void aReplacedRelationshipHasNothingButTheNewList() {
        List<String> tried = new ArrayList<>();
        for (OperationShape operation : Bench.CATALOG.operations()) {
            if (operation.action() == Action.REPLACE_TO_MANY_RELATIONSHIP) {
                tried.add(operation.path());
                String name = Objects.requireNonNull(operation.relationship());
                String type = Objects.requireNonNull(operation.body()).name();
                assertThat(replaced(operation, name, type, "{'data':%2$s}"))
                        .as(operation.toString())
                        .isTrue();
            }
        }
        assertThat(tried).hasSizeGreaterThan(10);
    }

    /** Links two resources, sends a list with the second and a third, and returns whether these two are there. */
    private static boolean replaced(OperationShape operation, String name, String type, String body) {
        Bench bench = Bench.documented();
        Filler filler = new Filler(bench.world);
        StoredResource owner = filler.add(operation.type());
        List<StoredResource> three =
                Stream.of(1, 2, 3).map(i -> filler.add(type)).toList();
        three.subList(0, 2).forEach(each -> bench.store.link(owner, name, each));
        String list = three.subList(1, 3).stream()
                .map(each -> "{'type':'" + type + "','id':'" + each.id() + "'}")
                .toList()
                .toString();
        Bench.Reply reply = bench.send(
                operation.method(), operation.path().replace("{id}", owner.id()), body.formatted(owner.id(), list));
        return reply.errors().isEmpty() && bench.store.related(owner, name).equals(three.subList(1, 3));
    }

    private static void forEach(Action action, BiConsumer<OperationShape, BodyShape> what) {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            if (operation.action() == action
                    && operation.body() != null
                    && operation.body().content() == Content.ONE) {
                what.accept(operation, Bench.CATALOG.body(operation.body().name()));
            }
        }
    }

    /** The relationships to the resource that a new one belongs to. */
    private static Stream<BodyShape.Link> parents(BodyShape shape) {
        return shape.relationships().values().stream()
                .filter(link -> link.required() && !link.toMany() && inverse(shape, link) != null);
    }

    private static Relation back(BodyShape shape, BodyShape.Link link) {
        return Objects.requireNonNull(inverse(shape, link));
    }

    private static @Nullable Relation inverse(BodyShape shape, BodyShape.Link link) {
        Relation relation = Bench.CATALOG.relations().find(shape.type(), link.name());
        return relation == null || relation.inverse() == null
                ? null
                : Bench.CATALOG.relations().find(link.type(), relation.inverse());
    }
}
