package io.github.ascjava.uploads;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A program that uploads a screenshot, and kills itself when it has come to a stage and a number of parts. */
final class KilledUpload {

    private KilledUpload() {}

    public static void main(String[] args) {
        UploadStage stage = UploadStage.valueOf(args[2]);
        int partsDone = Integer.parseInt(args[3]);
        UploadListener killer = new UploadListener() {
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
        try (AppStoreConnect asc = AppStoreConnect.builder(ApiKey.fromEnvironment())
                .baseUrl(System.getenv("ASC_BASE_URL"))
                .build()) {
            Uploads.builder(asc)
                    .stateFolder(Path.of(args[0]))
                    .parallelParts(1)
                    .listener(killer)
                    .build()
                    .appStore()
                    .screenshot(TestFiles.SET, Path.of(args[1]));
        }
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
}
