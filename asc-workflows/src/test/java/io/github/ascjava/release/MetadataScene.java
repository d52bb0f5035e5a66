package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An app with a draft in the sandbox, and a folder with its texts. */
@Timeout(60)
abstract class MetadataScene {

    /** Your Next Cortado: version 2.4.0 is live, 2.5.0 is being prepared. */
    static final String APP = "1074682240";

    static final String VERSION = "3f9cf5b2-e040-43cd-b4f4-aad6daa3018b";
    static final String DRAFT = "4b475264-5e76-439e-81a8-e923dd4d7273";
    static final MetadataTarget TARGET = MetadataTarget.ofApp(APP);

    final Sandbox sandbox = Sandbox.start();
    final AppStoreConnect asc = sandbox.client();
    final StoreMetadata metadata = StoreMetadata.of(asc);

    @TempDir
    Path temporary;

    @AfterEach
    void stop() {
        asc.close();
        sandbox.close();
    }

    Path folder() {
        return temporary.resolve("metadata");
    }

    MetadataFiles files() {
        return MetadataFiles.folder(folder());
    }

    void write(String path, String text) {
        try {
            Path file = folder().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MetadataPlan plan() {
        return metadata.plan(TARGET, files(), MetadataOptions.SAFE);
    }

    MetadataPlan push() {
        return push(MetadataOptions.SAFE);
    }

    MetadataPlan push(MetadataOptions options) {
        MetadataPlan plan = metadata.plan(TARGET, files(), options);
        metadata.apply(plan, MetadataListener.NONE);
        return plan;
    }

    /** Changes a text of the draft version as another client would. */
    void changeLive(String locale, String key, String value) {
        asc.appStoreVersionLocalizations()
                .update(localizationId(locale), body -> body.attribute(key, value))
                .execute();
    }

    String localizationId(String locale) {
        return asc.appStoreVersions().listAppStoreVersionLocalizations(VERSION).stream()
                .filter(each -> locale.equals(each.locale()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Returns the texts that the draft has, of version and app info. */
    Map<String, String> live() {
        LiveMetadata all = new LiveReader(asc).read(TARGET);
        Map<String, String> texts = new TreeMap<>();
        for (MetadataPart part : MetadataPart.values()) {
            all.of(part).forEach((locale, localization) -> {
                texts.put(locale + " " + part, "");
                localization.texts().forEach((field, text) -> texts.put(locale + " " + field.key(), text));
            });
        }
        return texts;
    }

    /** Returns the methods of the requests that something sends. */
    List<String> requests(Runnable work) {
        int before = sandbox.requests().size();
        work.run();
        return sandbox.requests().subList(before, sandbox.requests().size()).stream()
                .map(RecordedRequest::method)
                .toList();
    }

    /** Returns method and body of the requests that change something. */
    List<String> writes(Runnable work) {
        int before = sandbox.requests().size();
        work.run();
        return sandbox.requests().subList(before, sandbox.requests().size()).stream()
                .filter(request -> !request.method().equals("GET"))
                .map(request -> request.method() + " " + request.path().split("/", -1)[2] + " " + request.text())
                .toList();
    }

    /** Returns the content of all files of the folder, with the state. */
    Map<String, String> content() {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder().relativize(file).toString(),
                            this::text,
                            (left, right) -> left,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an app with one version, which is its first. */
    MetadataTarget newApp(String id, String versionState, String appInfoState) {
        sandbox.add(ResourceObject.of("apps", id).attribute("primaryLocale", "en-US"));
        sandbox.add(ResourceObject.of("appStoreVersions", id + "-1.0")
                .attribute("platform", "MAC_OS")
                .attribute("versionString", "1.0")
                .attribute("appVersionState", versionState)
                .toOne("app", "apps", id));
        sandbox.add(ResourceObject.of("appInfos", id + "-info")
                .attribute("state", appInfoState)
                .toOne("app", "apps", id));
        return MetadataTarget.ofApp(id);
    }
}
