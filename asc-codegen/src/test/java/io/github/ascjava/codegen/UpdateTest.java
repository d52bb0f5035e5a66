package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.array;
import static io.github.ascjava.codegen.Documents.json;
import static io.github.ascjava.codegen.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes that a later document may bring, applied to the current one: only affected files may change. */
@Tag("document")
class UpdateTest {

    private static final String API = "io/github/ascjava/client/api/";
    private static final String MODEL = "io/github/ascjava/client/model/";

    @Test
    void onlyTheFilesThatTheDocumentTouchesChange() {
        ObjectNode root = Documents.apple();
        addResource(root);
        object(root, "/components/schemas/Build/properties/attributes/properties")
                .set("moodLight", json("{'type': 'string', 'enum': ['DIM', 'BRIGHT']}"));
        array(root, "/components/schemas/AppStoreVersionState/enum").add("UNDER_THE_MOON");
        object(root, "/paths/~1v1~1actors/get").put("deprecated", true);

        Map<String, String> before = Documents.appleSources();
        List<String> domains = new ArrayList<>(DataFile.lines("domains.txt"));
        domains.add("apps: AppTheme");
        Map<String, String> after = Generator.sources(Planner.plan(Documents.corrected(root), new Domains(domains)));

        assertThat(minus(before.keySet(), after.keySet())).isEmpty();
        assertThat(minus(after.keySet(), before.keySet()))
                .containsExactly(
                        API + "apps/AppThemesApi.java",
                        API + "apps/ListAppThemes.java",
                        MODEL + "apps/AppTheme.java",
                        MODEL + "apps/AppThemeField.java",
                        MODEL + "builds/BuildMoodLight.java");
        assertThat(changed(before, after))
                .containsExactly(
                        NativeImageWriter.FILE + ": +4 -0",
                        "deprecated.txt: +1 -0",
                        "io/github/ascjava/client/AppStoreConnectApis.java: +5 -0",
                        API + "users/ActorsApi.java: +2 -1",
                        MODEL + "appstore/AppStoreVersionState.java: +2 -0",
                        MODEL + "builds/Build.java: +1 -0",
                        "members.txt: +2 -0",
                        "operations.txt: +1 -0",
                        "resources.txt: +2 -0",
                        "signatures.txt: +1 -0",
                        "values.txt: +3 -1");
    }

    @Test
    void aSetOfValuesThatBecomesEqualToAnotherOneRenamesNothing() {
        ObjectNode root = Documents.apple();
        String status =
                "/components/schemas/DeviceUpdateRequest/properties/data/properties/attributes/properties/status";
        object(root, "/components/schemas/User/properties/attributes/properties")
                .set("moonStatus", object(root, status).deepCopy());

        Map<String, String> before = Documents.appleSources();
        Map<String, String> after = Generator.sources(Planner.plan(Documents.corrected(root)));

        assertThat(minus(after.keySet(), before.keySet())).containsExactly(MODEL + "users/UserMoonStatus.java");
        assertThat(changed(before, after))
                .containsExactly(
                        NativeImageWriter.FILE + ": +1 -0",
                        MODEL + "users/User.java: +1 -0",
                        "resources.txt: +1 -0",
                        "values.txt: +1 -0");
    }

    @Test
    void aMemberThatUsersWriteShowsItsNewType() {
        ObjectNode root = Documents.small();
        Map<String, String> before = Generator.sources(Documents.plan(root.deepCopy()));
        object(root, "/components/schemas/AppRoomCreateRequest/properties/data/properties/attributes/properties")
                .set("title", json("{'type': 'integer'}"));

        Map<String, String> after = Generator.sources(Documents.plan(root));

        assertThat(before.get("members.txt")).contains("\nAppRoomCreate.title String");
        assertThat(changed(before, after)).contains("members.txt: +1 -1");
        assertThat(after.get("members.txt")).contains("\nAppRoomCreate.title long");
    }

    private static void addResource(ObjectNode root) {
        ObjectNode schemas = object(root, "/components/schemas");
        schemas.set("AppTheme", json("""
                {'type': 'object', 'required': ['id', 'type'], 'properties': {
                  'type': {'type': 'string', 'enum': ['appThemes']},
                  'id': {'type': 'string'},
                  'attributes': {'type': 'object', 'properties': {'shade': {'type': 'string'}}},
                  'links': {'$ref': '#/components/schemas/ResourceLinks'}}}
                """));
        schemas.set("AppThemesResponse", json("""
                {'type': 'object', 'required': ['data', 'links'], 'properties': {
                  'data': {'type': 'array', 'items': {'$ref': '#/components/schemas/AppTheme'}},
                  'links': {'$ref': '#/components/schemas/PagedDocumentLinks'}}}
                """));
        object(root, "/paths").set("/v1/appThemes", json("""
                {'get': {'tags': ['AppThemes'], 'operationId': 'appThemes_getCollection', 'parameters': [
                  {'name': 'filter[shade]', 'in': 'query', 'style': 'form', 'explode': false,
                   'schema': {'type': 'array', 'items': {'type': 'string'}}},
                  {'name': 'fields[appThemes]', 'in': 'query', 'style': 'form', 'explode': false,
                   'schema': {'type': 'array', 'items': {'type': 'string', 'enum': ['shade']}}},
                  {'name': 'limit', 'in': 'query', 'schema': {'type': 'integer', 'maximum': 200}}],
                 'responses': {'200': {'content': {'application/json': {
                   'schema': {'$ref': '#/components/schemas/AppThemesResponse'}}}}}}}
                """));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** The files with different contents, and the number of added and removed lines. */
    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        List<String> changed = new ArrayList<>();
        before.forEach((path, old) -> {
            String now = after.getOrDefault(path, old);
            if (!now.equals(old)) {
                changed.add(path + ": +" + lacking(now, old) + " -" + lacking(old, now));
            }
        });
        return changed;
    }

    private static int lacking(String text, String other) {
        List<String> rest = new ArrayList<>(text.lines().toList());
        other.lines().forEach(rest::remove);
        return rest.size();
    }
}
