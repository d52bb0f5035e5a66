package io.github.ascjava.testing.internal.behavior.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code creations.txt}, with a request that breaks it and one that does not. */
class CreationRulesTest {

    private static final String PART = "${part}";

    static List<RuleTable.Row> rules() {
        return RuleTable.read(CreationRules.class, "creations.txt");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsEnforcedIfItIsBrokenAndOnlyWithTheDeviation(RuleTable.Row rule) {
        Api documented = new Api(EnumSet.complementOf(EnumSet.of(Deviation.CREATIONS_DIFFER)));

        assertThat(new Attempt(new Api(), rule).errors(true)).contains(expected(rule));
        assertThat(new Attempt(new Api(), rule).errors(false)).doesNotContain(expected(rule));
        Attempt attempt = new Attempt(documented, rule);
        if (!attempt.isDocumented()) {
            assertThat(attempt.errors(true)).doesNotContain(expected(rule));
        }
    }

    private static String expected(RuleTable.Row rule) {
        String member = rule.cell("member");
        return switch (rule.cell("demand")) {
            case "needs" -> "You must provide a value for the relationship '" + member + "' with this request";
            case "refuses" -> "The relationship '" + member + "' can not be included in a 'CREATE' operation";
            case "every" -> "The relationship '" + member + "' must name every territory";
            case "takes" -> "can not be included in a 'CREATE' request";
            default -> "UNEXPECTED_ERROR";
        };
    }

    /** A creation by one row: type, type of the part, when, demand, member. */
    private static final class Attempt {

        private final Api api;
        private final Creations creations;
        private final RuleTable.Row rule;
        private final String member;
        private final OperationShape operation;
        private final BodyShape shape;
        private final BodyShape partShape;
        private final Body body;
        private final Body part;

        Attempt(Api api, RuleTable.Row rule) {
            this.api = api;
            this.creations = new Creations(api);
            this.rule = rule;
            this.member = rule.cell("member");
            boolean isWhole = rule.cell("type").equals(rule.cell("part"));
            this.operation = creations.operation(rule.cell("type"), Action.CREATE_INSTANCE, isWhole ? member : "");
            this.shape = creations.shape(operation);
            boolean isNeeded = rule.cell("demand").equals("needs");
            this.body = isNeeded ? creations.body(shape, member) : creations.body(shape);
            this.partShape = isWhole ? shape : included(rule.cell("part"));
            this.part = isWhole ? body : isNeeded ? creations.body(partShape, member) : creations.body(partShape);
        }

        /** Returns whether the document requires the relationship as well. */
        boolean isDocumented() {
            BodyShape.Link link = partShape.relationships().get(member);
            return link != null && link.required() && rule.cell("demand").equals("needs");
        }

        private BodyShape included(String type) {
            return shape.included().stream()
                    .map(api.world().catalog()::body)
                    .filter(each -> each.type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }

        String errors(boolean broken) {
            apply(rule.cell("when"), broken);
            demand(broken);
            if (part != body) {
                BodyShape.Link link = shape.relationships().values().stream()
                        .filter(each -> each.type().equals(partShape.type()))
                        .findFirst()
                        .orElseThrow();
                body.many(link.name(), link.type(), List.of(PART)).included(part, PART);
            }
            try {
                api.post(operation.path(), body);
                return "";
            } catch (ApiErrorException e) {
                return e.errors().toString();
            }
        }

        private void apply(String when, boolean broken) {
            int equals = when.indexOf('=');
            int dot = when.indexOf('.');
            if (equals > 0) {
                body.with(when.substring(0, equals), when.substring(equals + 1));
            } else if (dot > 0 && !broken) {
                String id = body.json()
                        .at("/data/relationships/" + when.substring(0, dot) + "/data/id")
                        .asText();
                String type = api.world().store().target(shape.type(), when.substring(0, dot));
                StoredResource related = api.world().store().get(type, id);
                api.world().addTo(related, when.substring(dot + 1));
            } else if (dot < 0 && !when.equals("-")) {
                relate(body, shape, when);
            }
        }

        private void demand(boolean broken) {
            switch (rule.cell("demand")) {
                case "needs" -> {
                    if (!broken) {
                        relate(part, partShape, member);
                    }
                }
                case "refuses" -> {
                    if (broken) {
                        relate(part, partShape, member);
                    }
                }
                case "every" -> {
                    List.of("DEU", "USA").forEach(id -> api.add("territories", id, "{}"));
                    List<String> ids = broken ? List.of("one") : List.of("one", "two");
                    String type = Objects.requireNonNull(shape.relationships().get(member))
                            .type();
                    ids.forEach(id -> api.add(type, id, "{}"));
                    body.many(member, type, ids);
                }
                case "takes" ->
                    shape.attributes().values().stream()
                            .filter(each -> broken && !each.name().equals(member))
                            .forEach(each -> body.with(each.name(), Creations.value(each.shape())));
                default -> {
                    if (broken && shape.attributes().containsKey(member)) {
                        body.with(member, List.of());
                    }
                }
            }
        }

        private void relate(Body to, BodyShape of, String relationship) {
            creations.relate(to, Objects.requireNonNull(of.relationships().get(relationship)));
        }
    }
}
