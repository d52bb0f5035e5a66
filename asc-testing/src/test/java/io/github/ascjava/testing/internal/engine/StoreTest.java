package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final Bench bench = Bench.live();
    private final Store store = bench.store;
    private final StoredResource app = bench.add("apps", "1", "{}");
    private final StoredResource build = bench.add("builds", "2", "{}");

    @Test
    void resourcesComeInTheOrderOfTheirCreation() {
        StoredResource other = bench.add("apps", "0", "{}");

        assertThat(store.all("apps")).containsExactly(app, other);
        assertThat(store.all("nothings")).isEmpty();
    }

    @Test
    void whatIsNotThereIs404InApplesWords() {
        assertThatThrownBy(() -> store.get("bundleIds", "X"))
                .isInstanceOfSatisfying(ApiErrorException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(404);
                    assertThat(refusal.errors().get(0).detail())
                            .isEqualTo("There is no resource of type 'bundleIds' with id 'X'");
                });
    }

    @Test
    void anIdIsTakenOnce() {
        assertThatThrownBy(() -> bench.add("apps", "1", "{}")).hasMessageContaining("apps/1");
    }

    @Test
    void theOtherDirectionFollows() {
        store.link(app, "builds", build);

        assertThat(store.related(build, "app")).containsExactly(app);

        store.unlink(build, "app", app);

        assertThat(store.related(app, "builds")).isEmpty();
    }

    @Test
    void aToOneRelationshipIsReplacedOnBothSides() {
        StoredResource other = bench.add("apps", "3", "{}");
        store.link(app, "builds", build);

        store.link(build, "app", other);

        assertThat(store.related(build, "app")).containsExactly(other);
        assertThat(store.related(app, "builds")).isEmpty();
        assertThat(store.related(other, "builds")).containsExactly(build);
    }

    @Test
    void aToOneRelationshipIsTakenFromItsPreviousOwner() {
        StoredResource first = bench.add("appStoreVersions", "4", "{}");
        StoredResource second = bench.add("appStoreVersions", "5", "{}");
        store.link(first, "build", build);

        store.link(second, "build", build);

        assertThat(store.related(first, "build")).isEmpty();
        assertThat(store.related(build, "appStoreVersion")).containsExactly(second);
    }

    @Test
    void linkingTwiceIsLinkingOnce() {
        store.link(app, "builds", build);
        store.link(build, "app", app);

        assertThat(store.related(app, "builds")).containsExactly(build);
    }

    @Test
    void nothingIsRelatedToWhatIsRemoved() {
        StoredResource user = bench.add("users", "6", "{}");
        store.link(user, "visibleApps", app);
        store.link(app, "builds", build);

        store.remove(app);

        assertThat(store.find("apps", "1")).isEmpty();
        assertThat(store.related(user, "visibleApps")).isEmpty();
        assertThat(store.related(build, "app")).isEmpty();
    }

    @Test
    void relationshipsAreThoseOfTheDocument() {
        assertThatThrownBy(() -> store.link(app, "nothings", build)).hasMessageContaining("apps.nothings");
        assertThatThrownBy(() -> store.link(app, "betaGroups", build)).hasMessageContaining("leads to betaGroups");
        assertThatThrownBy(() -> store.related(app, "nothings")).hasMessageContaining("apps.nothings");
    }
}
