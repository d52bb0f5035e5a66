package io.github.ascjava.uploads;

import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import okio.Buffer;
import okio.ByteString;

/** What the tests of uploads have in common: files in parts of 1,000 bytes, and an empty set of screenshots. */
final class TestFiles {

    static final int PART = 1000;
    static final String SET = "set-1";
    static final String SCREENSHOTS = "/v1/appScreenshots";
    static final String SCREENSHOT = "/v1/appScreenshots/{id}";
    static final String LIST = "/v1/appScreenshotSets/{id}/appScreenshots";
    static final String PARTS = "/asset-uploads/{id}/{number}";

    private TestFiles() {}

    static Sandbox sandbox() {
        Sandbox sandbox = Sandbox.builder()
                .empty()
                .requestsPerHour(0)
                .uploadPartBytes(PART)
                .start();
        sandbox.add(ResourceObject.of("appScreenshotSets", SET).attribute("screenshotDisplayType", "APP_IPHONE_67"));
        return sandbox;
    }

    /** Writes a file of random bytes. */
    static Path write(Path file, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RecordedRequest> requests(Sandbox sandbox, String method, String path) {
        List<String> pattern = List.of(path.split("/"));
        return sandbox.requests().stream()
                .filter(request -> request.method().equals(method) && fits(request.path(), pattern))
                .toList();
    }

    private static boolean fits(String path, List<String> pattern) {
        List<String> segments = List.of(path.split("/"));
        if (segments.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Joins the parts that the sandbox received for a resource, by their numbers. */
    static ByteString received(Sandbox sandbox, String id) {
        Map<Integer, ByteString> parts = new TreeMap<>();
        requests(sandbox, "PUT", "/asset-uploads/" + id + "/{number}").stream()
                .filter(request -> request.status() == 200)
                .forEach(request ->
                        parts.put(Integer.valueOf(request.url().pathSegments().get(2)), request.body()));
        Buffer all = new Buffer();
        parts.values().forEach(all::write);
        return all.readByteString();
    }
}
