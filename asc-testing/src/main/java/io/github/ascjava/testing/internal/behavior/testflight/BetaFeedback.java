package io.github.ascjava.testing.internal.behavior.testflight;

import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each day of sandbox time, a tester submits a screenshot, or a crash on every third day. */
final class BetaFeedback implements ResourceHook {

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final int DAYS_PER_CRASH = 3;
    private static final String SCREENSHOTS = "betaFeedbackScreenshotSubmissions";
    private static final String CRASHES = "betaFeedbackCrashSubmissions";
    private static final List<String> COMMENTS = List.of(
            "The total is cut off when the font is large.",
            "Beim Drehen verschwindet die Übersicht.",
            "Love the new widget! Could it show the next tide, too?",
            "画面が真っ白になりました。");

    private final Events events;
    private @Nullable Instant next;
    private int sent;

    BetaFeedback(Events events) {
        this.events = events;
    }

    @Override
    public void timePassed(SandboxState world) {
        Instant now = world.clock().instant();
        Instant due = next == null ? now.plus(BETWEEN) : next;
        while (!due.isAfter(now)) {
            send(due, world);
            due = due.plus(BETWEEN);
        }
        next = due;
    }

    private void send(Instant time, SandboxState world) {
        List<StoredResource> testers = world.store().all(Testers.TYPE).stream()
                .filter(tester -> tester.text("state").equals("INSTALLED"))
                .filter(tester -> tester.hasRelated("apps"))
                .toList();
        if (testers.isEmpty()) {
            return;
        }
        StoredResource tester = testers.get(world.random().nextInt(testers.size()));
        StoredResource app = tester.related("apps").get(0);
        List<StoredResource> builds = app.related(Builds.TYPE);
        if (!builds.isEmpty()) {
            StoredResource newest = builds.get(builds.size() - 1);
            StoredResource feedback = add(app, newest, tester, ++sent % DAYS_PER_CRASH == 0, time, world);
            events.feedback(app, feedback, world);
        }
    }

    private static StoredResource add(
            StoredResource app,
            StoredResource build,
            StoredResource tester,
            boolean crash,
            Instant time,
            SandboxState world) {
        String type = crash ? CRASHES : SCREENSHOTS;
        StoredResource feedback = world.addTo(app, type);
        feedback.attributes()
                .put("createdDate", Dates.zulu(time))
                .put("comment", COMMENTS.get(world.random().nextInt(COMMENTS.size())))
                .put("email", tester.text("email"))
                .put("deviceModel", "iPhone18_1")
                .put("osVersion", "26.1")
                .put("locale", "de-DE")
                .put("timeZone", "Europe/Berlin")
                .put("architecture", "arm64e")
                .put("connectionType", "WIFI")
                .putNull("pairedAppleWatch")
                .put("appUptimeInMilliseconds", world.random().nextInt(600_000))
                .put("diskBytesAvailable", 71_234_560_000L)
                .put("diskBytesTotal", 255_989_469_184L)
                .put("batteryPercentage", 1 + world.random().nextInt(100))
                .put("screenWidthInPoints", 402)
                .put("screenHeightInPoints", 874)
                .put("appPlatform", "IOS")
                .put("devicePlatform", "IOS")
                .put("deviceFamily", "IPHONE")
                .put("buildBundleId", app.text("bundleId"));
        feedback.link("build", build);
        feedback.link("tester", tester);
        if (crash) {
            StoredResource crashLog = world.store()
                    .add("betaCrashLogs", feedback.id())
                    .with(
                            "logText",
                            "Incident Identifier: " + feedback.id() + "\nException Type: EXC_BREAKPOINT (SIGTRAP)\n");
            feedback.link("crashLog", crashLog);
        } else {
            feedback.attributes().putArray("screenshots");
        }
        return feedback;
    }
}
