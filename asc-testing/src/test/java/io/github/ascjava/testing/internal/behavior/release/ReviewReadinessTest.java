package io.github.ascjava.testing.internal.behavior.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold before a submission is sent: docs/live-service.md#review-items-need-a-ready-version. */
class ReviewReadinessTest {

    private static final String TOO_EARLY = "Version is not ready to be submitted yet, please try again later.";

    private final Api api = new Api();
    private final StoredResource app = api.app("1");
    private final StoredResource version = version("IOS");
    private String submission = "";

    @BeforeEach
    void addSubmission() {
        submission = api.post(
                        "/v1/reviewSubmissions",
                        Body.of("reviewSubmissions").with("platform", "IOS").one("app", "apps", "1"))
                .path("id")
                .asText();
    }

    @Test
    void aVersionIsSubmittedSomeSecondsAfterItWasAdded() {
        addItem();

        assertThat(state()).isEqualTo("PREPARE_FOR_SUBMISSION");
        assertThat(Api.refusal(this::submit))
                .startsWith("409")
                .contains(
                        "appStoreVersions with id '" + version.id() + "' is not in valid state. - This resource cannot"
                                + " be reviewed, please check associated errors to see why.",
                        "\"associatedErrors\":{\"/v1/appStoreVersions/" + version.id() + "\":[{",
                        TOO_EARLY);

        api.advance(Duration.ofSeconds(4));
        assertThat(Api.refusal(this::submit)).contains(TOO_EARLY);
        api.advance(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo("READY_FOR_REVIEW");
        submit();
        assertThat(state()).isEqualTo("WAITING_FOR_REVIEW");
    }

    @Test
    void aVersionThatIsTakenOutAndAddedAgainTakesItsTimeAgain() {
        String item = addItem();
        api.advance(Duration.ofSeconds(4));
        api.delete("/v1/reviewSubmissionItems/" + item);
        addItem();

        api.advance(Duration.ofSeconds(4));
        assertThat(Api.refusal(this::submit)).contains(TOO_EARLY);
        assertThat(state()).isEqualTo("PREPARE_FOR_SUBMISSION");
        api.advance(Duration.ofSeconds(1));
        submit();
    }

    @Test
    void aVersionThatIsChangedTakesItsTimeAgain() {
        addItem();
        api.advance(Duration.ofSeconds(6));
        api.patch(
                "/v1/appStoreVersions/" + version.id(),
                Body.of("appStoreVersions").id(version.id()).with("copyright", "2026 Example"));

        assertThat(Api.refusal(this::submit)).contains(TOO_EARLY);
        api.advance(Duration.ofSeconds(3));
        api.patch(
                "/v1/appStoreVersions/" + version.id(),
                Body.of("appStoreVersions").id(version.id()).with("copyright", "2027 Example"));
        api.advance(Duration.ofSeconds(3));
        assertThat(Api.refusal(this::submit)).contains(TOO_EARLY);
        api.advance(Duration.ofSeconds(2));
        submit();
        assertThat(state()).isEqualTo("WAITING_FOR_REVIEW");
    }

    @Test
    void theFirstVersionOfAPlatformHasNoReleaseNotes() {
        version("MAC_OS");
        StoredResource text = api.world()
                .addTo(version, "appStoreVersionLocalizations")
                .with("description", "Coffee")
                .with("keywords", "coffee")
                .with("supportUrl", "https://example.com")
                .with("whatsNew", "First!");

        assertThat(Api.refusal(this::addItem))
                .startsWith("409")
                .contains("/v1/appStoreVersionLocalizations/" + text.id(), "Attribute 'whatsNew' cannot be edited");
        text.with("whatsNew", null);
        addItem();
    }

    @Test
    void laterVersionsOfAPlatformHaveThem() {
        version("IOS").with("appVersionState", "READY_FOR_DISTRIBUTION");
        StoredResource text = api.world()
                .addTo(version, "appStoreVersionLocalizations")
                .with("description", "Coffee")
                .with("keywords", "coffee")
                .with("supportUrl", "https://example.com");

        assertThat(Api.refusal(this::addItem)).contains("'whatsNew'");
        text.with("whatsNew", "More!");
        addItem();
    }

    private StoredResource version(String platform) {
        String id = api.world().ids().uuid();
        StoredResource build = Builds.add(app, id, "1.0", "1", platform, Api.START, api.world());
        build.with("usesNonExemptEncryption", false);
        StoredResource added = api.world()
                .addTo(app, "appStoreVersions")
                .with("platform", platform)
                .with("appVersionState", "PREPARE_FOR_SUBMISSION");
        api.world().store().link(added, "build", build);
        return added;
    }

    private String addItem() {
        return api.post(
                        "/v1/reviewSubmissionItems",
                        Body.of("reviewSubmissionItems")
                                .one("reviewSubmission", "reviewSubmissions", submission)
                                .one("appStoreVersion", "appStoreVersions", version.id()))
                .path("id")
                .asText();
    }

    private void submit() {
        api.patch(
                "/v1/reviewSubmissions/" + submission,
                Body.of("reviewSubmissions").id(submission).with("submitted", true));
    }

    private String state() {
        return api.get("/v1/appStoreVersions/" + version.id())
                .at("/data/attributes/appVersionState")
                .asText();
    }
}
