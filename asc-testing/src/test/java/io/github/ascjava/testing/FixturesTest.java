package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.testflight.BetaTester;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.Relations;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {

    private static final Instant START = Instant.parse("2026-11-24T18:30:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theTeamIsTheSameAfterExportAndLoading() {
        try (Sandbox first = at(START).start()) {
            first.export(folder.resolve("team"));
            try (Sandbox second = at(START).fixtures(folder.resolve("team")).start()) {
                assertThat(differences(first, second)).isEmpty();
            }
        }
    }

    @Test
    void resourcesOfAllTypesAreTheSameAfterExportAndLoading() throws IOException {
        Path file =
                Files.writeString(folder.resolve("all.json"), oneOfEachType().toString());
        try (Sandbox first = at(START).fixtures(file).start()) {
            first.export(folder.resolve("all"));
            try (Sandbox second = at(START).fixtures(folder.resolve("all")).start()) {
                assertThat(differences(first, second)).isEmpty();
            }
        }
    }

    @Test
    void whatWasWrittenIsExported() {
        try (Sandbox first = at(START).start()) {
            String app = first.client().apps().list().toList().get(0).id();
            String id = first.client()
                    .betaGroups()
                    .create(b -> b.name("Nightly").app(app))
                    .execute()
                    .id();
            first.export(folder.resolve("team"));
            try (Sandbox second = at(START).fixtures(folder.resolve("team")).start()) {
                assertThat(second.client().betaGroups().get(id).execute().name())
                        .isEqualTo("Nightly");
                assertThat(second.client()
                                .betaGroups()
                                .create(b -> b.name("Weekly").app(app))
                                .execute()
                                .id())
                        .isNotEqualTo(id);
            }
        }
    }

    @Test
    void listsHaveTheOrderOfTheEndThatListsThem() throws IOException {
        Path file = write("""
                {'data': [
                  {'type': 'betaTesters', 'id': 'a', 'relationships': {'betaGroups': {'data': [
                     {'type': 'betaGroups', 'id': '2'}, {'type': 'betaGroups', 'id': '1'}]}}},
                  {'type': 'betaTesters', 'id': 'b', 'relationships': {'betaGroups': {'data': [
                     {'type': 'betaGroups', 'id': '1'}]}}},
                  {'type': 'betaGroups', 'id': '1', 'relationships': {'betaTesters': {'data': [
                     {'type': 'betaTesters', 'id': 'b'}, {'type': 'betaTesters', 'id': 'a'}]}}},
                  {'type': 'betaGroups', 'id': '2'}]}
                """);
        try (Sandbox first = at(START).fixtures(file).start()) {
            first.export(folder.resolve("again"));
            try (Sandbox second = at(START).fixtures(folder.resolve("again")).start()) {
                for (Sandbox each : List.of(first, second)) {
                    assertThat(each.client().betaGroups().listBetaTesters("1").toList())
                            .extracting(BetaTester::id)
                            .containsExactly("b", "a");
                    assertThat(each.client().betaTesters().listBetaGroups("a").toList())
                            .extracting(BetaGroup::id)
                            .containsExactly("2", "1");
                }
            }
        }
    }

    @Test
    void datesAreAsOldAsInTheFile() throws IOException {
        Path file = write("""
                {"meta": {"asOf": "2026-01-31T12:00:00Z"}, "data": [
                  {"type": "builds", "id": "1", "attributes": {"uploadedDate": "2026-01-30T04:00:00-08:00"}},
                  {"type": "devices", "id": "2", "attributes": {"addedDate": "2026-01-30T12:00:00.000+0000"}},
                  {"type": "reviewSubmissions", "id": "3", "attributes": {"submittedDate": "2026-01-30T12:00:00.5Z"}},
                  {"type": "appPrices", "id": "4", "attributes": {"startDate": "2026-02-02"}}]}
                """);
        Instant july = Instant.parse("2026-07-31T12:00:00Z");
        try (Sandbox sandbox = at(july).fixtures(file).start()) {
            sandbox.export(folder.resolve("later"));

            assertThat(Files.readString(folder.resolve("later/builds.json"))).contains("2026-07-30T05:00:00-07:00");
            assertThat(Files.readString(folder.resolve("later/devices.json"))).contains("2026-07-30T12:00:00.000+0000");
            assertThat(Files.readString(folder.resolve("later/reviewSubmissions.json")))
                    .contains("2026-07-30T12:00:00.500Z");
            assertThat(Files.readString(folder.resolve("later/appPrices.json"))).contains("2026-08-02");
        }
    }

    @Test
    void datesWithoutAReferenceStay() throws IOException {
        Path file = write("{'data':{'type':'builds','id':'1','attributes':{'uploadedDate':'2020-01-30T04:00:00Z'}}}");
        try (Sandbox sandbox = at(START).fixtures(file).start()) {
            assertThat(sandbox.client().builds().get("1").execute().uploadedDate())
                    .isEqualTo(Instant.parse("2020-01-30T04:00:00Z").atOffset(ZoneOffset.UTC));
        }
    }

    @Test
    void aSavedResponseIsAFixture() throws IOException {
        String response = Documents.list(
                List.of(ResourceObject.of("builds", "2")
                        .attribute("version", "7")
                        .toOne("app", "apps", "1")),
                ResourceObject.of("apps", "1").attribute("name", "Demo"));
        try (Sandbox sandbox = at(START).fixtures(write(response)).start()) {
            assertThat(sandbox.client().apps().listBuilds("1").toList())
                    .extracting(Build::version)
                    .containsExactly("7");
        }
    }

    @Test
    void allProblemsAreReportedAtOnce() throws IOException {
        write("a.json", """
                {'data': [
                  {'type': 'app', 'id': '1'},
                  {'type': 'betaGroups', 'id': '1', 'attributes': {'nmae': 'x', 'name': 7}},
                  {'type': 'betaGroups', 'id': '2', 'relationships': {
                     'application': {'data': {'type': 'apps', 'id': '1'}},
                     'app': {'data': {'type': 'apps', 'id': '9'}},
                     'builds': {'data': [{'type': 'apps', 'id': '1'}]}}},
                  {'type': 'betaTesters'}]}
                """);
        write("b.json", """
                {'data': [
                  {'type': 'betaGroups', 'id': '2', 'atributes': {}},
                  {'type': 'appInfos', 'id': '3', 'atributes': {}}]}
                """);
        write("c.json", "{'data': [");
        write("d.json", "[]");
        write("e.json", "{'data': [], 'meta': {'asOf': 'now'}, 'included': []}");
        write("f.txt", "not read");

        assertThatThrownBy(() -> at(START).fixtures(folder).start())
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .isEqualTo("Nothing was loaded, because of 12 problems in the fixtures:"),
                                line -> assertThat(line).isEqualTo("c.json: it is not JSON (line 1, column 11)."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "d.json: it is not a JSON:API document; expected an object whose 'data' is a"
                                                        + " resource or a list."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "e.json, meta/asOf: expected a date-time such as 2026-11-30T12:00:00Z."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "a.json, app/1: Apple's document has no type 'app'; similar ones are: apps, appTags,"
                                                        + " appClips, appInfos, appEvents."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "a.json, betaTesters/: a resource needs a 'type' and an 'id', both of them text."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "b.json, betaGroups/2: this id is there already, in a.json; each is allowed once."),
                                line -> assertThat(line)
                                        .startsWith(
                                                "a.json, betaGroups/1, attributes: there is no member 'nmae'; allowed: createdDate,"),
                                line -> assertThat(line)
                                        .isEqualTo("a.json, betaGroups/1, attributes/name: expected a STRING."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "a.json, betaGroups/2, relationships/application: Apple's document has no such"
                                                        + " relationship; allowed: app, betaRecruitmentCriteria,"
                                                        + " betaRecruitmentCriterionCompatibleBuildCheck, betaTesters, builds."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "a.json, betaGroups/2, relationships/app: there is no resource apps/9 in the"
                                                        + " fixtures and in the sandbox; add it, or leave out the relationship."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "a.json, betaGroups/2, relationships/builds: it leads to the type 'apps'; allowed: builds."),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "b.json, appInfos/3: there is no member 'atributes'; allowed: attributes, id, links,"
                                                        + " meta, relationships, type.")));
    }

    @Test
    void bothEndsOfARelationshipMustAgree() throws IOException {
        Path file = write("""
                {'data': [
                  {'type': 'apps', 'id': '1', 'relationships': {'builds': {'data': [{'type': 'builds', 'id': '3'}]}}},
                  {'type': 'apps', 'id': '2'},
                  {'type': 'builds', 'id': '3', 'relationships': {'app': {'data': {'type': 'apps', 'id': '2'}}}}]}
                """);

        assertThatThrownBy(() -> at(START).fixtures(file).start())
                .hasMessage("Nothing was loaded, because of a problem in the fixtures:\n"
                        + "fixtures.json, builds/3, relationships/app: then the relationship 'app' of builds/3 leads to apps/1 and"
                        + " to apps/2; allowed: one resource.");
    }

    @Test
    void aFolderWithoutFilesIsAProblem() {
        assertThatThrownBy(() -> at(START).fixtures(folder).start())
                .hasMessageContaining(folder + ": the folder has no file whose name ends in .json.");
    }

    @Test
    void anExportNeedsAnEmptyFolder() throws IOException {
        write("{}");
        try (Sandbox sandbox = at(START).empty().start()) {
            assertThatThrownBy(() -> sandbox.export(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The folder " + folder + " is not empty. Name a new one, or remove its files.");
        }
    }

    @Test
    void anExportContainsNoSecretsAndNoSignedUrls() throws IOException {
        try (Sandbox sandbox = at(START).start()) {
            String app = sandbox.client().apps().list().toList().get(0).id();
            sandbox.add(ResourceObject.of("webhooks", "1")
                    .attribute("secret", "hush")
                    .toOne("app", "apps", app));
            sandbox.add(ResourceObject.of("appScreenshots", "2")
                    .attribute("uploadOperations", List.of(Map.of("url", "http://x/?Signature=a"))));
            sandbox.export(folder.resolve("team"));
        }

        assertThat(Files.readString(folder.resolve("team/webhooks.json")))
                .contains("\"1\"")
                .doesNotContain("ecret");
        assertThat(Files.readString(folder.resolve("team/appScreenshots.json"))).doesNotContain("Signature");
        try (var files = Files.list(folder.resolve("team"))) {
            for (Path each : files.toList()) {
                assertThat(each).content().doesNotContain("PRIVATE KEY");
            }
        }
    }

    @Test
    void certificatesAndProfilesGetTheContentThatTheyLack() throws IOException {
        Path file = write("""
                {'data': [
                  {'type': 'profiles', 'id': 'P', 'attributes': {'name': 'Store', 'profileType': 'IOS_APP_STORE'},
                   'relationships': {'bundleId': {'data': {'type': 'bundleIds', 'id': 'B'}},
                     'certificates': {'data': [{'type': 'certificates', 'id': 'C'}]}}},
                  {'type': 'bundleIds', 'id': 'B', 'attributes': {'identifier': 'com.example.a', 'name': 'A'}},
                  {'type': 'certificates', 'id': 'C', 'attributes': {'certificateType': 'DISTRIBUTION'}},
                  {'type': 'certificates', 'id': 'D', 'attributes': {'serialNumber': 'none'}},
                  {'type': 'profiles', 'id': 'Q', 'attributes': {'profileType': 'NEW_TYPE'}}]}
                """);
        try (Sandbox sandbox = at(START).fixtures(file).start()) {
            var certificate = sandbox.client().certificates().get("C").execute();
            var profile = sandbox.client().profiles().get("P").execute();

            assertThat(certificate.displayName()).isEqualTo("Example Coffee Labs");
            assertThat(certificate.certificateContent()).isNotNull();
            assertThat(profile.profileContent()).isNotNull();
            assertThat(profile.expirationDate()).isEqualTo(certificate.expirationDate());
            assertThat(sandbox.client().profiles().get("Q").execute().profileContent())
                    .isNull();
        }
    }

    private static List<String> differences(Sandbox first, Sandbox second) {
        Map<String, String> one = new Everything(first).read();
        Map<String, String> other = new Everything(second).read();
        assertThat(one).hasSizeGreaterThan(700);
        assertThat(one.values()).noneMatch(answer -> answer.startsWith("5"));
        assertThat(other.keySet()).isEqualTo(one.keySet());
        return one.keySet().stream()
                .filter(path -> !Objects.equals(one.get(path), other.get(path)))
                .map(path -> path + ": " + one.get(path) + " but " + other.get(path))
                .toList();
    }

    private static Sandbox.Builder at(Instant time) {
        return Sandbox.builder().requestsPerHour(0).clock(Clock.fixed(time, ZoneOffset.UTC));
    }

    private Path write(String json) throws IOException {
        return write("fixtures.json", json);
    }

    private Path write(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    private static ObjectNode oneOfEachType() {
        Catalog catalog = Catalog.load();
        ObjectNode document = MAPPER.createObjectNode();
        ArrayNode data = document.putArray("data");
        Set<String> types = new TreeSet<>();
        for (ResourceShape resource : catalog.resources()) {
            if (types.add(resource.type())
                    && !Set.of("territories", "appCategories").contains(resource.type())) {
                ObjectNode json = data.addObject().put("type", resource.type()).put("id", "1");
                ObjectNode attributes = json.putObject("attributes");
                resource.attributes().values().forEach(each -> sample(each, attributes));
                if (resource.type().equals("analyticsReports")) {
                    attributes.put("name", "App Downloads Standard");
                }
                ObjectNode relationships = json.putObject("relationships");
                for (String name : new TreeSet<>(catalog.relations().names(resource.type()))) {
                    Relations.Relation relation = catalog.relations().find(resource.type(), name);
                    if (relation != null
                            && relation.name().equals(name)
                            && !Set.of("territories", "appCategories").contains(relation.target())
                            && !catalog.resourcesOf(relation.target()).isEmpty()) {
                        relationships
                                .putObject(name)
                                .putObject("data")
                                .put("type", relation.target())
                                .put("id", "1");
                    }
                }
            }
        }
        return document;
    }

    private static void sample(Shape.Member member, ObjectNode attributes) {
        if (member.shape() instanceof Shape.OneOf values) {
            attributes.put(member.name(), values.values().get(0));
        } else if (member.shape() instanceof Shape.Flag) {
            attributes.put(member.name(), true);
        } else if (member.shape() instanceof Shape.Text text) {
            String format = text.format() == null ? "" : text.format();
            attributes.put(
                    member.name(),
                    switch (format) {
                        case "date" -> "2026-11-20";
                        case "date-time" -> "2026-11-20T12:00:00-08:00";
                        case "uri" -> "https://example.com/";
                        case "email" -> "a@example.com";
                        case "number" -> "1";
                        case "duration" -> "P1D";
                        default -> member.name();
                    });
        }
    }
}
