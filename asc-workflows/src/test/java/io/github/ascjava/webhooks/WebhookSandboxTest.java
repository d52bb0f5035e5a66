package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadFile;
import io.github.ascjava.client.model.builds.BuildUploadFileAssetType;
import io.github.ascjava.client.model.builds.BuildUploadFileUti;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.common.DeliveryFileUploadOperation;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.webhooks.Webhook;
import io.github.ascjava.client.model.webhooks.WebhookDelivery;
import io.github.ascjava.client.model.webhooks.WebhookDeliveryInclude;
import io.github.ascjava.client.model.webhooks.WebhookDeliveryState;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens in the sandbox arrives, over sockets, at a handler that verifies it. */
@Timeout(60)
class WebhookSandboxTest {

    private static final String APP = "1074682240";

    private final Sandbox sandbox = Sandbox.builder()
            .clock(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC))
            .start();
    private final AppStoreConnect asc = sandbox.client();
    private final WebhookServer server = WebhookServer.start();

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void aPingArrives() throws Exception {
        Webhook webhook = register(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED);

        ping(webhook);

        WebhookEvent ping = server.next();
        assertThat(ping.payload()).isEqualTo(new WebhookPayload.WebhookPingCreated());
        assertThat(ping.timestamp()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(server.failures()).isEmpty();
    }

    @Test
    void aBuildUploadIsFollowedToItsBuild() throws Exception {
        register(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED);
        String upload = upload();

        WebhookEvent processing = server.next();
        assertThat(processing.timestamp()).isNull();
        assertThat(processing.payload())
                .isEqualTo(new WebhookPayload.BuildUploadStateUpdated(upload, BuildUploadState.PROCESSING, null));
        advance(Duration.ofMinutes(1));
        assertThat(server.next().payload())
                .isEqualTo(new WebhookPayload.BuildUploadStateUpdated(upload, BuildUploadState.COMPLETE, null));

        assertThat(asc.buildUploads().get(upload).execute().cfBundleVersion()).isEqualTo("900");
        assertThat(asc.builds().get(upload).execute().version()).isEqualTo("900");
    }

    @Test
    void eachTypeThatTheSandboxSendsIsTyped() throws Exception {
        register(
                WebhookEventType.BUILD_UPLOAD_STATE_UPDATED,
                WebhookEventType.BUILD_BETA_DETAIL_EXTERNAL_BUILD_STATE_UPDATED,
                WebhookEventType.BETA_FEEDBACK_CRASH_SUBMISSION_CREATED,
                WebhookEventType.BETA_FEEDBACK_SCREENSHOT_SUBMISSION_CREATED,
                WebhookEventType.APP_STORE_VERSION_APP_VERSION_STATE_UPDATED);
        upload();
        submitForReview();
        advance(Duration.ofDays(20));

        Set<Class<?>> types = new HashSet<>();
        while (types.size() < 5) {
            WebhookEvent event = server.next();
            assertThat(Objects.requireNonNull(event.instance()).id()).isNotEmpty();
            types.add(event.payload().getClass());
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        WebhookPayload.BuildUploadStateUpdated.class,
                        WebhookPayload.BuildBetaDetailExternalBuildStateUpdated.class,
                        WebhookPayload.BetaFeedbackCrashSubmissionCreated.class,
                        WebhookPayload.BetaFeedbackScreenshotSubmissionCreated.class,
                        WebhookPayload.AppStoreVersionAppVersionStateUpdated.class);
        assertThat(server.failures()).isEmpty();
    }

    @Test
    void aRedeliveryHasTheSameEventAndIsHandledOnce() throws Exception {
        Webhook webhook = register(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED);
        ping(webhook);
        WebhookEvent first = server.next();

        asc.webhookDeliveries()
                .create(b -> b.template(deliveries(webhook).get(0).id()))
                .execute();
        ping(webhook);

        // Deliveries are sent in order, so the second ping comes after the redelivery.
        assertThat(server.next().id()).isNotEqualTo(first.id());
        assertThat(server.events()).isEmpty();
        assertThat(deliveries(webhook))
                .hasSize(3)
                .allSatisfy(delivery -> assertThat(delivery.deliveryState()).isEqualTo(WebhookDeliveryState.SUCCEEDED));
    }

    /** The order of a rotation without a lost event: the receiver accepts both, App Store Connect signs with the new one. */
    @Test
    void noEventIsLostWhileTheSecretIsReplaced() throws Exception {
        Webhook webhook = register(WebhookEventType.BUILD_UPLOAD_STATE_UPDATED);
        WebhookVerifier both = WebhookVerifier.of("the new one", WebhookServer.SECRET);
        try (WebhookServer old = WebhookServer.start()) {
            asc.webhooks().update(webhook.id(), b -> b.secret("the new one")).execute();
            ping(webhook);
            assertThat(Objects.requireNonNull(server.failures().poll(20, TimeUnit.SECONDS)))
                    .hasMessageContaining("The signature does not match");
            assertThat(old.failures()).isEmpty();
        }

        WebhookDelivery failed = deliveries(webhook).get(0);
        String payload = Objects.requireNonNull(asc.webhooks()
                .listDeliveries(
                        webhook.id(),
                        q -> q.filterCreatedDateGreaterThanOrEqualTo(yesterday())
                                .include(WebhookDeliveryInclude.EVENT))
                .toList()
                .get(0)
                .event()
                .included()
                .orElseThrow()
                .payload());
        assertThat(failed.deliveryState()).isEqualTo(WebhookDeliveryState.FAILED);
        assertThat(WebhookEvent.parse(payload).payload()).isEqualTo(new WebhookPayload.WebhookPingCreated());
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        assertThat(both.verify(body, WebhookSigner.of("the new one").sign(body)).id())
                .isEqualTo(
                        both.verify(body, WebhookSigner.of(WebhookServer.SECRET).sign(body))
                                .id());
    }

    private Webhook register(WebhookEventType... types) {
        return asc.webhooks()
                .create(b -> b.app(APP)
                        .name("tests")
                        .url(URI.create(server.url()))
                        .secret(WebhookServer.SECRET)
                        .enabled(true)
                        .eventTypes(types))
                .execute();
    }

    private void ping(Webhook webhook) {
        asc.webhookPings().create(b -> b.webhook(webhook.id())).execute();
    }

    /** Returns all deliveries when the sandbox has read the response to each, which it does after the receiver's turn. */
    private List<WebhookDelivery> deliveries(Webhook webhook) {
        List<WebhookDelivery> all;
        do {
            all = asc.webhooks()
                    .listDeliveries(webhook.id(), q -> q.filterCreatedDateGreaterThanOrEqualTo(yesterday()))
                    .toList();
        } while (all.stream().anyMatch(each -> WebhookDeliveryState.PENDING.equals(each.deliveryState())));
        return all;
    }

    private String yesterday() {
        return sandbox.clock().instant().minus(Duration.ofDays(1)).toString();
    }

    private String upload() throws IOException {
        BuildUpload upload = asc.buildUploads()
                .create(b -> b.app(APP)
                        .cfBundleShortVersionString("2.5.0")
                        .cfBundleVersion("900")
                        .platform(Platform.IOS))
                .execute();
        BuildUploadFile file = asc.buildUploadFiles()
                .create(b -> b.buildUpload(upload)
                        .assetType(BuildUploadFileAssetType.ASSET)
                        .fileName("App.ipa")
                        .fileSize(6)
                        .uti(BuildUploadFileUti.COM_APPLE_IPA))
                .execute();
        OkHttpClient http = new OkHttpClient();
        for (DeliveryFileUploadOperation operation : Objects.requireNonNull(file.uploadOperations())) {
            Request.Builder request = new Request.Builder()
                    .url(Objects.requireNonNull(operation.url()).toString());
            Objects.requireNonNull(operation.requestHeaders())
                    .forEach(header -> request.header(
                            Objects.requireNonNull(header.name()), Objects.requireNonNull(header.value())));
            try (Response response = http.newCall(
                            request.put(RequestBody.create("an ipa".getBytes(StandardCharsets.US_ASCII)))
                                    .build())
                    .execute()) {
                assertThat(response.isSuccessful()).isTrue();
            }
        }
        asc.buildUploadFiles().update(file.id(), b -> b.uploaded(true)).execute();
        advance(Duration.ofSeconds(6));
        return upload.id();
    }

    /** The sandbox notices that time has passed with the next request. */
    private void advance(Duration duration) {
        sandbox.advanceTime(duration);
        asc.apps().get(APP).execute();
    }

    private void submitForReview() {
        String version = asc.apps().listAppStoreVersions(APP).stream()
                .filter(each -> "PREPARE_FOR_SUBMISSION".equals(String.valueOf(each.appVersionState())))
                .findFirst()
                .orElseThrow()
                .id();
        asc.appStoreVersions()
                .listAppStoreVersionLocalizations(version)
                .forEach(each -> asc.appStoreVersionLocalizations()
                        .update(each.id(), b -> b.whatsNew("Faster."))
                        .execute());
        String submission = asc.reviewSubmissions()
                .create(b -> b.app(APP).platform(Platform.IOS))
                .execute()
                .id();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(submission).appStoreVersion(version))
                .execute();
    }
}
