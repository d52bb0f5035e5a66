package io.github.ascjava.uploads;

import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.AppScreenshotSet;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test with a folder of screenshots, and a sandbox with a version in two languages. */
@Timeout(120)
abstract class FolderSyncTest {

    static final String VERSION = "version-1";
    static final int WIDTH = 312;
    static final int HEIGHT = 390;
    static final String TYPE = "APP_WATCH_SERIES_3";

    @TempDir
    Path folder;

    final Sandbox sandbox;

    FolderSyncTest(Sandbox.Builder settings) {
        sandbox = settings.requestsPerHour(0).start();
        sandbox.add(ResourceObject.of("appStoreVersions", VERSION)
                .attribute("appStoreState", "PREPARE_FOR_SUBMISSION")
                .attribute("appVersionState", "PREPARE_FOR_SUBMISSION"));
        for (String locale : List.of("en-US", "de-DE")) {
            sandbox.add(ResourceObject.of("appStoreVersionLocalizations", locale)
                    .attribute("locale", locale)
                    .toOne("appStoreVersion", "appStoreVersions", VERSION));
        }
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    Path screenshot(String locale, String name, int content) {
        return Images.write(folder.resolve(locale).resolve(name), WIDTH, HEIGHT, content);
    }

    List<AppScreenshotSet> sets(String localization) {
        return sandbox.client()
                .appStoreVersionLocalizations()
                .listAppScreenshotSets(localization)
                .toList();
    }

    List<AppScreenshot> screenshots(String localization) {
        return sandbox.client()
                .appScreenshotSets()
                .listAppScreenshots(sets(localization).get(0).id())
                .toList();
    }

    List<String> names(String localization) {
        return screenshots(localization).stream()
                .map(file -> String.valueOf(file.fileName()))
                .toList();
    }

    List<String> ids(String localization) {
        return screenshots(localization).stream().map(AppScreenshot::id).toList();
    }

    /** Returns the methods of the requests since then that changed something. */
    List<String> writes(int since) {
        return sandbox.requests().subList(since, sandbox.requests().size()).stream()
                .map(RecordedRequest::method)
                .filter(method -> !method.equals("GET"))
                .toList();
    }
}
