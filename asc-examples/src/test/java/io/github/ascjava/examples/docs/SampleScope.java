package io.github.ascjava.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.release.Releases;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.signing.Signing;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.uploads.Uploads;
import io.github.ascjava.webhooks.WebhookSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the statements of a sample can use without declaring it: a client, a key, and ids of resources that the sandbox has.
 *
 * <p>Clients that a sample creates are clients of the sandbox.
 */
public abstract class SampleScope {

    protected final Sandbox sandbox;
    protected final AppStoreConnect asc;
    protected final ApiKey key;
    protected final String keyId;
    protected final String issuerId;
    /** The key's {@code .p8} file. */
    protected final Path keyFile;
    /** A folder that is deleted after the test. */
    protected final Path folder;
    /** Your Next Cortado. */
    protected final String appId = "1074682240";

    /** Lumière, which has builds and no version. */
    protected final String newAppId = "6470098121";

    protected final Releases releases;
    protected final Reports reports;
    protected final String vendorNumber = "85012345";
    /** A day whose reports exist. */
    protected final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    /** The secret of a webhook, and a delivery that it signs. */
    protected final String secret = "a secret of samples";

    protected final byte[] body = "{\"data\":{\"type\":\"webhookPingCreated\",\"id\":\"1\"}}".getBytes(UTF_8);
    protected final String signature = WebhookSigner.of(secret).sign(body);
    protected final Signing signing;
    protected final Notary notary;
    /** A zip archive with an app. */
    protected final Path archive;

    protected final Uploads uploads;
    /** A set with room for screenshots. */
    protected final String setId;
    /** A file that the sandbox takes for a screenshot. */
    protected final Path png;
    /** A package of Your Next Cortado whose version is new. */
    protected final Path ipa;

    protected final String userId;
    protected final String groupId;
    protected final String buildId;

    /** Puts everything into scope. */
    protected SampleScope(Sandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
        asc = sandbox.client();
        releases = Releases.of(asc);
        reports = Reports.of(asc);
        signing = Signing.of(asc);
        notary = Notary.of(asc);
        archive = archive(folder);
        uploads = Uploads.of(asc);
        setId = "set-1";
        sandbox.add(ResourceObject.of("appScreenshotSets", setId).attribute("screenshotDisplayType", "APP_IPHONE_67"));
        png = write(folder.resolve("home.png"));
        ipa = writePackage(folder.resolve("Cortado.ipa"));
        key = sandbox.key();
        keyId = key.keyId();
        issuerId = ((TeamKey) key).issuerId();
        keyFile = sandbox.writeKeyFile(folder);
        userId = asc.users()
                .list(q -> q.filterUsername("jonas@example.com"))
                .toList()
                .get(0)
                .id();
        groupId = asc.apps().listBetaGroups(appId).toList().get(1).id();
        buildId = asc.builds()
                .list(q -> q.filterApp(appId).limit(1))
                .execute()
                .data()
                .get(0)
                .id();
    }

    private static Path archive(Path folder) {
        Path file = folder.resolve("Example.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("Example.app/Contents/MacOS/Example"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path write(Path file) {
        try {
            return Files.write(file, new byte[10_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path writePackage(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("Payload/Cortado.app/Info.plist"));
            zip.write(("<plist><dict><key>CFBundleIdentifier</key><string>com.example.cortado</string>"
                            + "<key>CFBundleShortVersionString</key><string>9.0.0</string>"
                            + "<key>CFBundleVersion</key><string>900</string>"
                            + "<key>DTPlatformName</key><string>iphoneos</string></dict></plist>")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Runs the sample. */
    public abstract void run() throws Exception;

    /** Stands in for {@code AppStoreConnect.create}. */
    protected final AppStoreConnect create(ApiKey newKey) {
        return builder(newKey).build();
    }

    /** Stands in for {@code AppStoreConnect.builder}. */
    protected final AppStoreConnect.Builder builder(ApiKey newKey) {
        return AppStoreConnect.builder(newKey).baseUrl(sandbox.baseUrl()).options(o -> o.clock(sandbox.clock()));
    }
}
