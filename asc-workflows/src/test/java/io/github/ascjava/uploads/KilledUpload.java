package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.SandboxControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * A program that uploads a screenshot or a build, and kills itself when it has come to a stage and a number of parts, or is
 * about to send a request.
 */
final class KilledUpload {

    private KilledUpload() {}

    public static void main(String[] args) {
        Path states = Path.of(args[0]);
        Path file = Path.of(args[1]);
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        UploadListener killer = UploadListener.NONE;
        if (args[2].startsWith("/")) {
            http.addInterceptor(chain -> {
                if (chain.request().method().equals("POST")
                        && chain.request().url().encodedPath().equals(args[2])) {
                    kill();
                }
                return chain.proceed(chain.request());
            });
        } else {
            killer = at(UploadStage.valueOf(args[2]), Integer.parseInt(args[3]));
        }
        try (AppStoreConnect asc = AppStoreConnect.builder(ApiKey.fromEnvironment())
                .baseUrl(System.getenv("ASC_BASE_URL"))
                .httpClient(http.build())
                .build()) {
            Uploads uploads = Uploads.builder(asc)
                    .stateFolder(states)
                    .parallelParts(1)
                    .listener(killer)
                    .build();
            if (file.toString().endsWith(".ipa")) {
                uploads.build(file);
            } else {
                uploads.appStore().screenshot(TestFiles.SET, file);
            }
        }
    }

    private static UploadListener at(UploadStage stage, int partsDone) {
        return new UploadListener() {
            private int seen;

            @Override
            public void onProgress(UploadProgress progress) {
                if (progress.stage() == stage && progress.partsDone() == partsDone) {
                    seen++;
                    // A part is counted a moment before it is noted, so parts are waited for until the next event.
                    if (stage != UploadStage.SENDING || partsDone == 0 || seen > 1) {
                        kill();
                    }
                }
            }
        };
    }

    private static void kill() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            while (true) {
                LockSupport.park();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the program in a process of its own until it is killed.
     *
     * @param where a stage, or the path of a POST request
     */
    static void run(SandboxControl sandbox, Path states, Path file, String where, int partsDone) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledUpload.class.getName(),
                states.toString(),
                file.toString(),
                where,
                Integer.toString(partsDone));
        ProcessBuilder child = new ProcessBuilder(command).inheritIO();
        child.environment().putAll(sandbox.environment());
        assertThat(child.start().waitFor()).isEqualTo(128 + 9);
    }

    /** Returns the state files that a run left. */
    static List<Path> files(Path states) {
        if (!Files.exists(states)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(states)) {
            return all.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void assertNoSecrets(List<Path> files) {
        assertThat(files)
                .allSatisfy(each -> assertThat(each)
                        .content()
                        .doesNotContain("http", "Signature", "Content-Type", "Authorization", "Bearer"));
    }
}
