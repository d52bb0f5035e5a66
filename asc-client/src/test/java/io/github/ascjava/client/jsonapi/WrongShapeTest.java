package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.plain;
import static io.github.ascjava.client.PlainJson.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.apps.ListNominations;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppsBetaTesterUsagesMetric;
import io.github.ascjava.client.model.apps.Nomination;
import io.github.ascjava.client.model.apps.NominationState;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.gamecenter.GameCenterAchievementV2;
import io.github.ascjava.client.model.pricing.AppPriceV2;
import io.github.ascjava.client.model.provisioning.BundleIdCapability;
import io.github.ascjava.client.model.provisioning.CapabilitySetting;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of the wrong shape affects only itself: the other resources of a page and their attributes are read. */
class WrongShapeTest {

    private static final int ELEMENTS = 200;
    private static final int ODD = 117;
    private static final String DEVICE = "{\"type\": \"devices\", \"id\": \"%d\", \"attributes\": {\"name\": \"A\"}}";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @ParameterizedTest
    @MethodSource("kindsOfAttributes")
    <T extends Resource> void anAttributeOfAWrongShapeCostsItself(Kind<T> kind) throws IOException {
        apple.answer(pageOf200(
                i -> kind.resource(i, i == ODD ? kind.wrong() : kind.right()), ", \"links\": {\"self\": \"x\"}"));

        Page<T> page = kind.list().apply(apple.client()).execute();
        assertThat(page.data()).hasSize(ELEMENTS);
        assertThat(page.unknownElements()).isEmpty();
        for (int i = 0; i < ELEMENTS; i++) {
            T resource = page.data().get(i);
            assertThat(resource.id()).isEqualTo(String.valueOf(i));
            if (i == ODD) {
                assertThat(kind.attribute().apply(resource)).isNull();
                assertThat(resource.unknownFields().attributes())
                        .containsOnlyKeys(kind.name())
                        .containsEntry(kind.name(), plain(kind.wrong()));
            } else {
                assertThat(kind.attribute().apply(resource)).isNotNull();
                assertThat(resource.unknownFields().isEmpty()).isTrue();
            }
        }
    }

    static Stream<Arguments> kindsOfAttributes() {
        return Stream.of(
                        new Kind<>("a text", asc -> asc.apps().list(), "name", "\"A\"", "{\"en\": \"A\"}", App::name),
                        new Kind<>(
                                "a boolean",
                                asc -> asc.apps().list(),
                                "isOrEverWasMadeForKids",
                                "true",
                                "\"yes\"",
                                App::isOrEverWasMadeForKids),
                        new Kind<>(
                                "a whole number",
                                asc -> asc.betaGroups().list(),
                                "publicLinkLimit",
                                "10",
                                "[10]",
                                BetaGroup::publicLinkLimit),
                        new Kind<>(
                                "a date",
                                asc -> asc.appPriceSchedules().listManualPrices("1"),
                                "startDate",
                                "\"2026-01-01\"",
                                "20260101",
                                AppPriceV2::startDate),
                        new Kind<>(
                                "a date-time",
                                asc -> asc.devices().list(),
                                "addedDate",
                                "\"2020-02-01T20:50:34.000+0000\"",
                                "\"yesterday\"",
                                Device::addedDate),
                        new Kind<>(
                                "a value of a set",
                                asc -> asc.devices().list(),
                                "status",
                                "\"PROCESSING\"",
                                "{\"state\": \"ENABLED\"}",
                                Device::status),
                        new Kind<>(
                                "a list of values of a set",
                                asc -> asc.users().list(),
                                "roles",
                                "[\"ADMIN\", \"NEW\"]",
                                "[\"ADMIN\", null]",
                                User::roles),
                        new Kind<>(
                                "a list of texts",
                                asc -> asc.nominations().list(new ListNominations(NominationState.SUBMITTED)),
                                "locales",
                                "[\"de-DE\"]",
                                "\"de-DE\"",
                                Nomination::locales),
                        new Kind<>(
                                "a list of URIs",
                                asc -> asc.nominations().list(new ListNominations(NominationState.SUBMITTED)),
                                "supplementalMaterialsUris",
                                "[\"https://example.com/\"]",
                                "[\"https://example.com/\", \"{no} uri\"]",
                                Nomination::supplementalMaterialsUris),
                        new Kind<>(
                                "a list of objects",
                                asc -> asc.bundleIds().listBundleIdCapabilities("1"),
                                "settings",
                                "[{\"key\": \"ICLOUD_VERSION\"}]",
                                "{\"key\": \"ICLOUD_VERSION\"}",
                                BundleIdCapability::settings),
                        new Kind<>(
                                "an object",
                                asc -> asc.builds().list(),
                                "iconAssetToken",
                                "{\"width\": 1}",
                                "\"a token\"",
                                Build::iconAssetToken),
                        new Kind<>(
                                "a URI",
                                asc -> asc.apps().list(),
                                "subscriptionStatusUrl",
                                "\"https://example.com/\"",
                                "\"no uri at all\"",
                                App::subscriptionStatusUrl),
                        new Kind<>(
                                "a map",
                                asc -> asc.gameCenterDetails().listGameCenterAchievementsV2("1"),
                                "activityProperties",
                                "{\"level\": \"1\"}",
                                "[[\"level\", \"1\"]]",
                                GameCenterAchievementV2::activityProperties))
                .map(kind -> argumentSet(kind.description(), kind));
    }

    @Test
    void aValueOfAWrongShapeInAMapCostsItselfAndIsKept() throws IOException {
        GameCenterAchievementV2 achievement = Documents.withAttributes(
                GameCenterAchievementV2.class,
                "\"activityProperties\": {\"a\": \"1\", \"b\": null, \"c\": [2], \"d\": \"3\"}");

        assertThat(achievement.activityProperties()).hasToString("{a=1, d=3}");
        assertThat(achievement.unknownFields().attributes())
                .isEqualTo(plain("{\"activityProperties\": {\"a\": \"1\", \"b\": null, \"c\": [2], \"d\": \"3\"}}"));
        assertThat(Documents.withAttributes(GameCenterAchievementV2.class, "\"activityProperties\": {\"b\": null}")
                        .unknownFields()
                        .attributes())
                .isEqualTo(plain("{\"activityProperties\": {\"b\": null}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"attributes\": \"none\"",
                "\"attributes\": [1, {\"name\": \"A\"}]",
                "\"attributes\": null",
                "\"attributes\": 7",
                "\"relationships\": [{\"app\": {}}]",
                "\"relationships\": \"none\"",
                "\"relationships\": null",
                "\"relationships\": {\"app\": 7, \"bundleId\": [], \"x\": null}",
                "\"links\": null",
                "\"links\": 7",
                "\"links\": [\"x\"]",
                "\"links\": {\"self\": {\"href\": \"x\"}}",
                "\"meta\": 7",
                "\"meta\": null",
                "\"type\": null",
                "\"type\": 7",
                "\"type\": [\"devices\"]",
                "\"type\": \"strangers\"",
                "\"lid\": {}, \"version\": [[]]"
            })
    void aMemberOfAWrongShapeCostsItself(String member) {
        apple.answer(pageOf200(i -> i == ODD ? "{\"id\": \"117\", " + member + "}" : DEVICE.formatted(i), ""));

        Page<Device> page = apple.client().devices().list().execute();
        assertThat(page.data()).hasSize(ELEMENTS);
        assertThat(page.data().get(ODD).id()).isEqualTo("117");
        assertThat(page.data().get(ODD).name()).isNull();
        assertThat(page.data())
                .filteredOn(device -> !device.id().equals("117"))
                .extracting(Device::name)
                .containsOnly("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "1e400",
                "true",
                "\"d117\"",
                "\"\"",
                "[]",
                "[{\"type\": \"devices\", \"id\": \"117\"}]",
                "{}",
                "{\"type\": \"devices\", \"attributes\": {\"name\": \"B\"}}",
                "{\"id\": null, \"attributes\": {\"name\": 7}}",
                "{\"attributes\": {\"id\": \"117\"}, \"id\": {\"id\": \"117\"}, \"relationships\": {\"a\": []}}",
                "{\"id\": [\"117\"]}"
            })
    void anElementThatIsNotAResourceIsOmittedAndKept(String element) throws IOException {
        apple.answer(
                pageOf200(
                        i -> i == ODD ? element : DEVICE.formatted(i),
                        ", \"links\": {\"next\": \"/v1/devices?cursor=2\"}, \"meta\": {\"paging\": {\"total\": 201, \"limit\": 200}}"));
        apple.answer(pageOf200(DEVICE::formatted, ""));
        PagedCall<Device> call = apple.client().devices().list();

        Page<Device> page = call.execute();
        assertThat(page.data()).hasSize(ELEMENTS - 1);
        assertThat(page.data())
                .extracting(Device::id)
                .containsExactlyElementsOf(IntStream.range(0, ELEMENTS)
                        .filter(i -> i != ODD)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(page.data()).extracting(Device::name).containsOnly("A");
        assertThat(page.unknownElements()).containsExactly(element);
        assertThat(tree(page.json()).path("data").path(ODD)).isEqualTo(tree(element));
        assertThat(page.total()).isEqualTo(201);
        assertThat(call.nextPage(page).orElseThrow().execute().data()).hasSize(ELEMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"type\": \"apps\"}",
                "{\"id\": \"1\"}",
                "{\"type\": 1, \"id\": \"1\"}"
            })
    void anElementThatIsNotAnIdentifierIsOmittedAndKept(String element) throws IOException {
        apple.answer(pageOf200(
                i -> i == ODD ? element : "{\"type\": \"apps\", \"id\": \"" + i + "\"}",
                ", \"links\": {\"self\": \"x\"}"));

        Page<ResourceIdentifier> page =
                apple.client().users().listVisibleAppIds("1").execute();
        assertThat(page.data()).hasSize(ELEMENTS - 1).doesNotContain(new ResourceIdentifier("apps", "117"));
        assertThat(page.unknownElements()).containsExactly(element);
    }

    @Test
    void anElementOfMetricsThatIsNotAnObjectIsOmittedAndKept() throws IOException {
        apple.answer("{\"data\": [{\"dataPoints\": []}, [1], null, {\"dataPoints\": 7}]}");

        Page<AppsBetaTesterUsagesMetric> page =
                apple.client().apps().listBetaTesterUsages("1").execute();
        assertThat(page.data()).hasSize(2);
        assertThat(page.unknownElements()).containsExactly("[1]", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"included\": null",
                "\"included\": {\"type\": \"apps\", \"id\": \"1\"}",
                "\"included\": \"none\"",
                "\"included\": [null, 7, [], {}, {\"type\": \"apps\"}, {\"type\": [], \"id\": {}}]",
                "\"links\": null",
                "\"links\": []",
                "\"links\": \"/v1/devices?cursor=2\"",
                "\"meta\": 7",
                "\"meta\": {\"paging\": [200]}",
                "\"meta\": {\"paging\": {\"total\": 1e99, \"limit\": 0.5}}",
                "\"errors\": [{\"code\": \"X\"}], \"jsonapi\": null, \"x\": {\"data\": []}"
            })
    void aMemberOfTheDocumentOfAWrongShapeCostsItself(String member) {
        for (boolean first : new boolean[] {true, false}) {
            String data = pageOf200(DEVICE::formatted, "");
            apple.answer(
                    first
                            ? "{" + member + ", " + data.substring(1)
                            : data.substring(0, data.length() - 1) + ", " + member + "}");

            Page<Device> page = apple.client().devices().list().execute();
            assertThat(page.data()).hasSize(ELEMENTS);
            assertThat(page.hasNext()).isFalse();
            assertThat(page.included().identifiers()).isEmpty();
            assertThat(page.total()).isNull();
            assertThat(page.limit()).isNull();
        }
    }

    @Test
    void theNextLinkMayBeAnObject() {
        apple.answer(
                "{\"data\": [{\"id\": \"1\"}], \"links\": {\"next\": {\"href\": \"/v1/devices?cursor=2\", \"meta\": {}}}}");
        apple.answer("{\"data\": [{\"id\": \"2\"}], \"links\": {\"next\": {\"href\": null}}}");

        assertThat(apple.client().devices().list().toList())
                .extracting(Device::id)
                .containsExactly("1", "2");
    }

    /** If it were ignored, the list would be truncated silently. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "{}", "{\"href\": [7]}"})
    void anInvalidNextLinkIsAnErrorAndNotTheEnd(String link) {
        apple.answer("{\"data\": [{\"id\": \"1\"}], \"links\": {\"next\": " + link + "}}");
        apple.answer(404, "");

        Iterator<Device> devices = apple.client().devices().list().iterator();
        assertThat(devices.next().id()).isEqualTo("1");
        assertThatExceptionOfType(AscException.class).isThrownBy(devices::next);
    }

    @Test
    void thePageIsReadableAsItCame() throws IOException {
        String json =
                "{\"new\": [1], \"data\": [{\"id\": \"1\"}, 7], \"meta\": {\"paging\": {\"nextCursor\": \"Aw\"}}}";
        apple.answer("\ufeff" + json);

        Page<Device> page = apple.client().devices().list().execute();
        assertThat(page.json()).isEqualTo(json);
    }

    @Test
    void aPageDoesNotShowUnknownValues() {
        apple.answer("{\"data\": [{\"id\": \"1\"}, \"hidden\"], \"hidden\": 7}");

        Page<Device> page = apple.client().devices().list().execute();
        assertThat(page.toString())
                .startsWith("Page[data=[Device[id=1, ")
                .endsWith("total=null, limit=null, nextLink=null, included=Included[0 resources], unknownElements=1]")
                .doesNotContain("hidden");
    }

    @Test
    void whatWasNotRecognizedCanBeSentBack() {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"1\", \"attributes\": {\"roles\": [\"ADMIN\", \"NEW\"],"
                + " \"newObject\": {\"a\": [1, null, 1.10]}, \"newNull\": null}}}");
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"1\"}}");
        AppStoreConnect asc = apple.client();
        User user = asc.users().get("1").execute();
        UserUpdate.Builder update = UserUpdate.builder().roles(Objects.requireNonNull(user.roles()));
        user.unknownFields().attributes().forEach(update::attribute);
        asc.users().update("1", update.build()).execute();

        assertThat(user.roles()).containsExactly(UserRole.ADMIN, UserRole.of("NEW"));
        apple.taken();
        assertThat(apple.body())
                .contains(
                        "\"attributes\":{\"roles\":[\"ADMIN\",\"NEW\"],\"newObject\":{\"a\":[1,null,1.10]},\"newNull\":null}");
    }

    @Test
    void partOfAnAttributeThatWasNotRecognizedCanBeSentBack() {
        apple.answer("{\"data\": [{\"type\": \"bundleIdCapabilities\", \"id\": \"1\", \"attributes\": {\"settings\":"
                + " [{\"key\": \"ICLOUD_VERSION\", \"newMember\": \"b\"}]}}]}");
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"1\"}}");
        AppStoreConnect asc = apple.client();
        BundleIdCapability capability =
                asc.bundleIds().listBundleIdCapabilities("1").toList().get(0);
        Object settings =
                Objects.requireNonNull(capability.unknownFields().attributes().get("settings"));
        asc.users()
                .update(
                        "1",
                        UserUpdate.builder().attribute("settings", settings).build())
                .execute();

        assertThat(capability.settings()).extracting(CapabilitySetting::key).hasToString("[ICLOUD_VERSION]");
        apple.taken();
        assertThat(apple.body()).contains("\"settings\":[{\"key\":\"ICLOUD_VERSION\",\"newMember\":\"b\"}]");
    }

    private static String pageOf200(Function<Integer, String> element, String more) {
        return "{\"data\": ["
                + IntStream.range(0, ELEMENTS).boxed().map(element).collect(Collectors.joining(", ")) + "]" + more
                + "}";
    }

    /** An attribute of some resource, with valid and invalid values. */
    record Kind<T extends Resource>(
            String description,
            Function<AppStoreConnect, PagedCall<T>> list,
            String name,
            String right,
            String wrong,
            Function<T, @Nullable Object> attribute) {

        String resource(int id, String value) {
            return "{\"id\": \"%d\", \"attributes\": {\"%s\": %s}}".formatted(id, name, value);
        }
    }
}
