package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.DataFile;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Bench.Reply;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effects of writes, as far as clients depend on them. */
class WritesTest {

    private static final String APP = "'app':{'data':{'type':'apps','id':'11'}}";

    private final Bench bench = Bench.live();

    @BeforeEach
    void addApp() {
        bench.add("apps", "11", "{'name':'Cortado'}");
    }

    private Reply createGroup(String name) {
        return bench.send("POST", "/v1/betaGroups", """
            {'data':{'type':'betaGroups','attributes':{'name':'%s'},'relationships':{%s}}}\
            """.formatted(name, APP));
    }

    @Test
    void aNewResourceIsReturnedWithItsLocationAndListedByItsParent() {
        Reply reply = createGroup("Friends");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.answer().headers().get("Location"))
                .isEqualTo("http://localhost:8080/v1/betaGroups/"
                        + reply.data().path("id").asText());
        assertThat(reply.data().path("attributes").path("createdDate").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(bench.get("/v1/apps/11/betaGroups").data()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "betaGroups, '[0-9a-f-]{36}'",
        "inAppPurchases, '[0-9]{10}'",
        "devices, '[A-Z0-9]{10}'",
        "appPriceSchedules, 11"
    })
    void idsHaveTheFormOfTheirType(String type, String pattern) {
        OperationShape create = Bench.CATALOG.operations().stream()
                .filter(each -> each.method().equals("POST") && each.path().matches("/v\\d/" + type))
                .findFirst()
                .orElseThrow();
        ObjectNode body = new Filler(bench.world)
                .body(Bench.CATALOG.body(Objects.requireNonNull(create.body()).name()), null, true);
        JsonNode relationship =
                body.path("data").path("relationships").path("app").path("data");
        if (relationship instanceof ObjectNode identifier) {
            identifier.put("id", "11");
        }

        assertThat(bench.send("POST", create.path(), body).data().path("id").asText())
                .matches(pattern);
    }

    @Test
    void anUpdateChangesWhatItNamesAndClearsWithNull() {
        String id = createGroup("Friends").data().path("id").asText();
        String path = "/v1/betaGroups/" + id;
        bench.send(
                "PATCH",
                path,
                "{'data':{'type':'betaGroups','id':'" + id
                        + "','attributes':{'feedbackEnabled':true,'publicLinkLimit':5}}}");

        Reply reply = bench.send(
                "PATCH",
                path,
                "{'data':{'type':'betaGroups','id':'" + id + "','attributes':{'publicLinkLimit':null}}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().path("attributes").path("name").asText()).isEqualTo("Friends");
        assertThat(reply.data().path("attributes").path("feedbackEnabled").asBoolean())
                .isTrue();
        assertThat(reply.data().path("attributes").path("publicLinkLimit").isNull())
                .isTrue();
    }

    @Test
    void anUpdateTakesABuildFromAVersionWithNull() {
        StoredResource version = bench.add("appStoreVersions", "v", "{}");
        bench.store.link(version, "build", bench.add("builds", "b", "{}"));
        String body = "{'data':{'type':'appStoreVersions','id':'v','relationships':{'build':{'data':null}}}}";

        Bench documented = Bench.documented();
        documented.add("appStoreVersions", "v", "{}");
        assertThat(documented.send("PATCH", "/v1/appStoreVersions/v", body).status())
                .isEqualTo(409);

        assertThat(bench.send("PATCH", "/v1/appStoreVersions/v", body).status()).isEqualTo(200);
        assertThat(bench.store.related(version, "build")).isEmpty();
    }

    @Test
    void pricesAreCreatedWithTheirSchedule() {
        bench.add("territories", "USA", "{}");
        bench.add("appPricePoints", "point", "{}");

        Reply reply = bench.send("POST", "/v1/appPriceSchedules", """
            {'data':{'type':'appPriceSchedules','relationships':{%s,
              'baseTerritory':{'data':{'type':'territories','id':'USA'}},
              'manualPrices':{'data':[{'type':'appPrices','id':'${now}'},{'type':'appPrices','id':'${later}'}]}}},
             'included':[
              {'type':'appPrices','id':'${now}','attributes':{'endDate':'2026-12-01'},
               'relationships':{'appPricePoint':{'data':{'type':'appPricePoints','id':'point'}}}},
              {'type':'appPrices','id':'${later}','attributes':{'startDate':'2026-12-01'}},
              {'type':'territories','id':'USA'}]}\
            """.formatted(APP));

        assertThat(reply.status()).isEqualTo(201);
        JsonNode prices = bench.get("/v1/appPriceSchedules/11/manualPrices?include=appPricePoint")
                .json();
        assertThat(prices.path("data")).hasSize(2);
        assertThat(prices.path("data").get(0).path("id").asText()).doesNotContain("$");
        assertThat(prices.path("included")).hasSize(1);
    }

    @Test
    void aPriceScheduleTakesThePlaceOfTheOneBefore() {
        pricesAreCreatedWithTheirSchedule();
        StoredResource before = bench.store.get("appPriceSchedules", "11");

        bench.send("POST", "/v1/appPriceSchedules", """
            {'data':{'type':'appPriceSchedules','relationships':{%s,
              'baseTerritory':{'data':{'type':'territories','id':'USA'}},'manualPrices':{'data':[]}}}}\
            """.formatted(APP));

        assertThat(bench.store.get("appPriceSchedules", "11")).isNotSameAs(before);
        assertThat(bench.get("/v1/appPriceSchedules/11/manualPrices").data()).isEmpty();
    }

    @Test
    void aLocalIdWithoutAResourceIsRejected() {
        bench.add("territories", "USA", "{}");

        ErrorObject error =
                bench.send("POST", "/v1/appPriceSchedules", """
                    {'data':{'type':'appPriceSchedules','relationships':{%s,
                      'baseTerritory':{'data':{'type':'territories','id':'USA'}},
                      'manualPrices':{'data':[{'type':'appPrices','id':'${now}'}]}}}}\
                    """.formatted(APP)).error();

        assertThat(error.code()).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
        assertThat(error.detail())
                .isEqualTo("The relationship 'manualPrices' expects an included resource with type 'appPrices' and id"
                        + " '${now}' but no matching resource was included in the request.");
    }

    @Test
    void severalMistakesAreSeveralErrors() {
        Reply reply = bench.send("POST", "/v1/betaGroups", "{'data':{'type':'betaGroups','attributes':{'nome':'x'}}}");

        assertThat(reply.errors())
                .extracting(ErrorObject::code, ErrorObject::pointer)
                .containsExactly(
                        tuple("ENTITY_ERROR.ATTRIBUTE.UNKNOWN", "/data/attributes/nome"),
                        tuple("ENTITY_ERROR.ATTRIBUTE.REQUIRED", "/data/attributes/name"),
                        tuple("ENTITY_ERROR", "/data/relationships"),
                        tuple("ENTITY_ERROR.RELATIONSHIP.REQUIRED", "/data/relationships/app"));
    }

    @Test
    void errorsAreInApplesWords() {
        assertThat(bench.send("POST", "/v1/apps", "{}").error())
                .isEqualTo(ErrorObject.of(
                        "FORBIDDEN_ERROR",
                        "The given operation is not allowed",
                        "The resource 'apps' does not allow 'CREATE'. Allowed operations are: GET_COLLECTION,"
                                + " GET_INSTANCE, UPDATE"));
        assertThat(bench.get("/v1/builds/b/betaGroups").error().detail())
                .isEqualTo("The relationship 'betaGroups' does not allow 'GET_RELATED'. Allowed operations are: CREATE,"
                        + " DELETE");
        assertThat(bench.get("/v1/territories/USA").error().detail())
                .isEqualTo("The resource 'territories' does not allow 'GET_INSTANCE'. Allowed operation is:"
                        + " GET_COLLECTION");
        assertThat(bench.get("/v1/coffees").error())
                .isEqualTo(ErrorObject.of(
                        "PATH_ERROR", "The URL path is not valid", "The resource 'v1/coffees' does not exist"));
        assertThat(bench.get("/v1/apps/").error().code()).isEqualTo("PATH_ERROR");
        assertThat(bench.get("/").error().code()).isEqualTo("PATH_ERROR");
        assertThat(bench.get("/v1/apps/11/coffees").error().detail())
                .isEqualTo("The relationship 'coffees' does not exist");
        assertThat(bench.get("/v1/apps?filter[emaill]=x").error().detail())
                .isEqualTo("'emaill' is not a valid filter type");
        assertThat(bench.get("/v1/apps/11/appInfos?fields[appInfos]=kidsAgeBand")
                        .error()
                        .detail())
                .isEqualTo("'kidsAgeBand' is not a valid field name");
        assertThat(bench.get("/v1/apps?include=prices").error().detail())
                .isEqualTo("'prices' is not a valid relationship name");
        assertThat(bench.get("/v1/bundleIds?filter[platform]=TV").error().detail())
                .isEqualTo("'TV' is not a valid filter value. Expected one of: IOS, MAC_OS, UNIVERSAL");
        assertThat(bench.get("/v1/apps/11?limit=5").error().detail())
                .isEqualTo("The parameter 'limit' can not be used with this request");
        assertThat(bench.send(
                                "PATCH",
                                "/v1/users/u",
                                "{'data':{'type':'users','id':'u','attributes':{'roles':['KING']}}}")
                        .error()
                        .detail())
                .startsWith("'KING' is not a valid value for the attribute 'roles/0'. Expected one of: 'ADMIN', ");
    }

    @Test
    void aSecondLocalizationForALocaleIsADuplicate() {
        StoredResource info = bench.add("appInfos", "i", "{}");
        bench.store.link(info, "appInfoLocalizations", bench.add("appInfoLocalizations", "l", "{'locale':'ja'}"));

        Reply reply = bench.send("POST", "/v1/appInfoLocalizations", """
            {'data':{'type':'appInfoLocalizations','attributes':{'locale':'ja','name':'x'},
             'relationships':{'appInfo':{'data':{'type':'appInfos','id':'i'}}}}}\
            """);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error())
                .isEqualTo(ErrorObject.of(
                                "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE",
                                "The provided entity includes an attribute with a value that has already been used",
                                "Entity with locale: 'ja' already exists. Try updating.")
                        .at("/data/attributes/locale"));
    }

    @Test
    void aSecondResourceInAToOneRelationshipIsRejected() {
        StoredResource version = bench.add("appStoreVersions", "v", "{}");
        bench.store.link(version, "appStoreReviewDetail", bench.add("appStoreReviewDetails", "d", "{}"));

        ErrorObject error = bench.send("POST", "/v1/appStoreReviewDetails", """
            {'data':{'type':'appStoreReviewDetails','relationships':{
             'appStoreVersion':{'data':{'type':'appStoreVersions','id':'v'}}}}}\
            """).error();

        assertThat(error.detail())
                .isEqualTo("An 'appStoreReviewDetails' with a relationship to 'appStoreVersions' with id 'v' already"
                        + " exists.");
        assertThat(error.pointer()).isEqualTo("/data/relationships/appStoreVersion");
    }

    @Test
    void enablingAnEnabledCapabilityRespondsAsIfItWereNew() {
        bench.add("bundleIds", "NLRN94JD59", "{}");
        String body = """
            {'data':{'type':'bundleIdCapabilities','attributes':{'capabilityType':'GAME_CENTER'},
             'relationships':{'bundleId':{'data':{'type':'bundleIds','id':'NLRN94JD59'}}}}}\
            """;

        Reply first = bench.send("POST", "/v1/bundleIdCapabilities", body);
        Reply second = bench.send("POST", "/v1/bundleIdCapabilities", body);

        assertThat(first.data().path("id").asText()).isEqualTo("NLRN94JD59_GAME_CENTER");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.data()).isEqualTo(first.data());
    }

    @Test
    void whatCanNotLiveWithoutAnotherGoesWithIt() {
        String group = createGroup("Friends").data().path("id").asText();
        StoredResource tester = bench.add("betaTesters", "t", "{}");
        bench.store.link(tester, "betaGroups", bench.store.get("betaGroups", group));
        StoredResource bundleId = bench.add("bundleIds", "B", "{}");
        StoredResource profile = bench.add("profiles", "P", "{}");
        bench.store.link(profile, "bundleId", bundleId);

        assertThat(bench.send("DELETE", "/v1/betaGroups/" + group).status()).isEqualTo(204);
        assertThat(bench.send("DELETE", "/v1/bundleIds/B").status()).isEqualTo(204);

        assertThat(bench.store.find("betaTesters", "t")).isPresent();
        assertThat(bench.store.related(tester, "betaGroups")).isEmpty();
        assertThat(bench.store.find("profiles", "P")).isEmpty();
    }

    @Test
    void deletingATesterIsOnlyAccepted() {
        bench.add("betaTesters", "t", "{}");

        assertThat(bench.send("DELETE", "/v1/betaTesters/t").status()).isEqualTo(202);
    }

    @Test
    void behaviorsSeeWhatHappensInOrder() {
        List<String> seen = new ArrayList<>();
        Bench watched = Bench.live(new ResourceHook() {
            @Override
            public void check(
                    OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
                seen.add("check " + operation + " " + target);
            }

            @Override
            public void created(StoredResource created, SandboxState world) {
                seen.add("created " + created.type());
            }

            @Override
            public void updated(StoredResource updated, SandboxState world) {
                seen.add("updated to " + updated.attributes());
            }

            @Override
            public void deleting(StoredResource resource, SandboxState world) {
                seen.add("deleting " + resource.type() + " "
                        + world.store().find(resource.type(), resource.id()).isPresent());
            }
        });
        watched.add("apps", "11", "{}");
        watched.add("bundleIds", "B", "{'name':'x'}");
        StoredResource profile = watched.add("profiles", "P", "{}");
        watched.store.link(profile, "bundleId", watched.store.get("bundleIds", "B"));

        watched.send("PATCH", "/v1/bundleIds/B", "{'data':{'type':'bundleIds','id':'B','attributes':{'name':'y'}}}");
        watched.send("DELETE", "/v1/bundleIds/B");
        watched.send("POST", "/v1/appCustomProductPages", """
            {'data':{'type':'appCustomProductPages','attributes':{'name':'Page'},'relationships':{%s,
              'appCustomProductPageVersions':{'data':[{'type':'appCustomProductPageVersions','id':'${v}'}]}}},
             'included':[{'type':'appCustomProductPageVersions','id':'${v}'}]}\
            """.formatted(APP));

        assertThat(seen)
                .containsExactly(
                        "check PATCH /v1/bundleIds/{id} bundleIds/B",
                        "updated to {\"name\":\"y\"}",
                        "check DELETE /v1/bundleIds/{id} bundleIds/B",
                        "deleting profiles true",
                        "deleting bundleIds true",
                        "check POST /v1/appCustomProductPages null",
                        "created appCustomProductPageVersions",
                        "created appCustomProductPages");
    }

    @Test
    void behaviorsSeeTheTypesThatTheyNameOnly() {
        List<String> seen = new ArrayList<>();
        Bench watched = Bench.live(new ResourceHook() {
            @Override
            public Set<String> types() {
                return Set.of("profiles");
            }

            @Override
            public void check(
                    OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
                seen.add("check " + operation);
            }

            @Override
            public void deleting(StoredResource resource, SandboxState world) {
                seen.add("deleting " + resource);
            }

            @Override
            public boolean isHidden(StoredResource resource, SandboxState world) {
                return true;
            }

            @Override
            public void timePassed(SandboxState world) {
                seen.add("time");
            }
        });
        watched.add("bundleIds", "B", "{}");
        watched.add("profiles", "P", "{}").link("bundleId", watched.store.get("bundleIds", "B"));

        assertThat(watched.get("/v1/bundleIds").ids()).containsExactly("B");
        assertThat(watched.get("/v1/profiles").ids()).isEmpty();
        watched.send("DELETE", "/v1/bundleIds/B");

        assertThat(seen).containsExactly("time", "time", "time", "deleting profiles/P");
    }

    @Test
    void aBehaviorThatObjectsLeavesEverythingAsItWas() {
        Bench strict = Bench.live(new ResourceHook() {
            @Override
            public void check(
                    OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
                throw new ApiErrorException(409, ErrorObject.of("ENTITY_ERROR", "Problem", "No."));
            }
        });
        strict.add("bundleIds", "B", "{}");

        assertThat(strict.send("DELETE", "/v1/bundleIds/B").error().detail()).isEqualTo("No.");
        assertThat(strict.store.find("bundleIds", "B")).isPresent();
    }

    @Test
    void aBehaviorMayTakeOverAnOperationOrAnotherPath() {
        Bench taken = Bench.live(new ResourceHook() {
            @Override
            public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
                return operation.is("GET", "/v1/users") ? ApiAnswer.empty(418) : null;
            }

            @Override
            public @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
                return request.url().encodedPath().startsWith("/upload/") ? ApiAnswer.empty(299) : null;
            }
        });

        assertThat(taken.get("/v1/users").status()).isEqualTo(418);
        assertThat(taken.get("/v1/users?foo=1").status()).isEqualTo(400);
        assertThat(taken.get("/v1/apps").status()).isEqualTo(200);
        assertThat(taken.get("/upload/1").status()).isEqualTo(299);
        assertThat(taken.get("/elsewhere").status()).isEqualTo(404);
    }

    @Test
    void everyAttributeInTheListOfNullsIsThere() {
        for (String line : DataFile.lines(ResourceWriter.class, "nulls.txt")) {
            String[] words = line.split(" ", -1);
            List<String> known = Bench.CATALOG.resourcesOf(words[0]).stream()
                    .flatMap(resource -> resource.attributes().keySet().stream())
                    .toList();
            assertThat(known)
                    .as(line)
                    .contains(List.of(words).subList(1, words.length).toArray(String[]::new));
        }
    }

    @Test
    void everyTypeWithItsOwnIdsIsThere() {
        for (String line : DataFile.lines(IdForms.class, "ids.txt")) {
            assertThat(Bench.CATALOG.resourcesOf(line.substring(0, line.indexOf(' '))))
                    .as(line)
                    .isNotEmpty();
        }
    }
}
