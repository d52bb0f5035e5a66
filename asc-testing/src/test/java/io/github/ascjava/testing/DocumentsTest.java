package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static ResourceObject app() {
        return ResourceObject.of("apps", "1").attribute("name", "Demo").attribute("sku", null);
    }

    @Test
    void writesOneResource() {
        assertThat(Documents.one(app()))
                .isEqualTo("{\"data\":{\"type\":\"apps\",\"id\":\"1\",\"attributes\":{\"name\":\"Demo\",\"sku\":null}},"
                        + "\"links\":{\"self\":\"/\"}}");
    }

    @Test
    void writesRelationshipsAndWhatIsIncluded() {
        ResourceObject build = ResourceObject.of("builds", "2")
                .toOne("app", "apps", "1")
                .toMany("betaGroups", "betaGroups")
                .toMany("individualTesters", "betaTesters", "3", "4");

        assertThat(Documents.one(build, app()))
                .isEqualTo("{\"data\":{\"type\":\"builds\",\"id\":\"2\",\"attributes\":{},\"relationships\":{"
                        + "\"app\":{\"data\":{\"type\":\"apps\",\"id\":\"1\"}},\"betaGroups\":{\"data\":[]},"
                        + "\"individualTesters\":{\"data\":[{\"type\":\"betaTesters\",\"id\":\"3\"},"
                        + "{\"type\":\"betaTesters\",\"id\":\"4\"}]}}},"
                        + "\"included\":[{\"type\":\"apps\",\"id\":\"1\",\"attributes\":{\"name\":\"Demo\",\"sku\":null}}],"
                        + "\"links\":{\"self\":\"/\"}}");
    }

    @Test
    void writesLists() {
        assertThat(Documents.list(List.of(ResourceObject.of("apps", "1"), ResourceObject.of("apps", "2"))))
                .isEqualTo("{\"data\":[{\"type\":\"apps\",\"id\":\"1\",\"attributes\":{}},"
                        + "{\"type\":\"apps\",\"id\":\"2\",\"attributes\":{}}],\"links\":{\"self\":\"/\"},"
                        + "\"meta\":{\"paging\":{\"limit\":50}}}");
    }

    @Test
    void writesPages() {
        assertThat(Documents.page(List.of(), "https://example.com/v1/apps?cursor=Aw"))
                .isEqualTo("{\"data\":[],\"links\":{\"self\":\"/\",\"next\":\"https://example.com/v1/apps?cursor=Aw\"},"
                        + "\"meta\":{\"paging\":{\"limit\":50}}}");
    }

    @Test
    void writesThatThereIsNothing() {
        assertThat(Documents.none()).isEqualTo("{\"data\":null,\"links\":{\"self\":\"/\"}}");
    }

    @Test
    void aResourceCanBeHadAsARecord() {
        assertThat(app().as(App.class).name()).isEqualTo("Demo");
        assertThat(ResourceObject.of("builds", "2")
                        .toOne("app", "apps", "1")
                        .as(Build.class)
                        .app()
                        .id())
                .isEqualTo("1");
    }

    @Test
    void aResourceOfAnotherTypeIsRejected() {
        assertThatThrownBy(() -> app().as(Build.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A resource of type 'apps' cannot be read as Build.");
    }

    @Test
    void anErrorIsADocumentToo() {
        assertThat(ErrorBody.of(400, "PARAMETER_ERROR.ILLEGAL", "T", "D")
                        .about("filter[x]")
                        .json())
                .matches(
                        "\\{\"errors\":\\[\\{\"id\":\"[0-9a-f-]{36}\",\"status\":\"400\",\"code\":\"PARAMETER_ERROR.ILLEGAL\","
                                + "\"title\":\"T\",\"detail\":\"D\",\"source\":\\{\"parameter\":\"filter\\[x]\"}}]}");
    }
}
