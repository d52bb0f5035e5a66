package io.github.ascjava.notary;

import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.notary.internal.LogFile;
import io.github.ascjava.notary.internal.NotaryApi;
import io.github.ascjava.notary.internal.NotaryDocuments.LogData;
import io.github.ascjava.notary.internal.NotaryErrors;
import io.github.ascjava.workflows.internal.AtomicFile;
import io.github.ascjava.workflows.internal.Poller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okio.ByteString;

/** Finds logs and downloads them. Thread-safe. */
final class SubmissionLogs {

    private static final Poller.Schedule UNTIL_IT_APPEARS =
            new Poller.Schedule(Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofSeconds(30), next -> {});

    private final NotaryApi api;
    private final Submissions submissions;
    private final Poller poller;
    private final LogFile files;

    SubmissionLogs(NotaryApi api, Submissions submissions, Poller poller, OkHttpClient client) {
        this.api = api;
        this.submissions = submissions;
        this.poller = poller;
        this.files = new LogFile(client);
    }

    Optional<NotaryLog> log(String id) {
        return download(id).map(bytes -> files.read(bytes, NotaryLog.class));
    }

    boolean save(String id, Path file) {
        Optional<ByteString> log = download(id);
        log.ifPresent(bytes -> AtomicFile.write(file, out -> bytes.write(out)));
        return log.isPresent();
    }

    private Optional<ByteString> download(String id) {
        Optional<String> url = url(id);
        if (url.isEmpty() && submissions.status(id).status().isFinal()) {
            // docs/live-service.md#notary-logs-come-late
            url = poller.poll(UNTIL_IT_APPEARS, () -> url(id), found -> found.isPresent() ? null : Instant.MIN);
        }
        return url.map(found -> files.download(found, () -> url(id)));
    }

    private Optional<String> url(String id) {
        try {
            LogData data = NotaryErrors.execute(api.log(id)).data();
            return data == null || data.attributes() == null
                    ? Optional.empty()
                    : Optional.ofNullable(data.attributes().developerLogUrl());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
