package io.github.ascjava.notary.internal;

import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.PartRequests;
import io.github.ascjava.uploads.internal.transfer.PartTransfer;
import io.github.ascjava.uploads.internal.transfer.SentPart;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import io.github.ascjava.uploads.internal.transfer.TransferObserver;
import io.github.ascjava.uploads.internal.transfer.TransferOptions;
import io.github.ascjava.uploads.internal.transfer.TransferPlan;
import io.github.ascjava.workflows.internal.Poller;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.ByteString;

/** Uploads files to S3, whole or in parts. Thread-safe. */
public final class ObjectUpload {

    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>([^<]+)</UploadId>");

    private final OkHttpClient client;
    private final Clock clock;
    private final Sleeper sleeper;
    private final AwsSigner signer;
    private final StorageCalls calls;

    /**
     * Creates an upload.
     *
     * @param clock dates the signatures
     */
    public ObjectUpload(OkHttpClient client, String region, Clock clock, Sleeper sleeper) {
        this.client = client;
        this.clock = clock;
        this.sleeper = sleeper;
        this.signer = new AwsSigner(region, clock);
        this.calls = new StorageCalls(client, clock, new Poller(clock, sleeper));
    }

    /**
     * Uploads a file.
     *
     * @param plan divides the file, and hashes are those of its parts
     * @param bucket the URL of the bucket; ends in a slash
     * @param object the name of the object
     * @throws TransferException if a part cannot be sent
     * @throws StorageException if S3 does not begin or complete the upload
     * @throws CredentialsExpiredException if the credentials expire before the upload is complete
     */
    public void upload(
            SourceFile file,
            PartPlan plan,
            FileHashes hashes,
            HttpUrl bucket,
            String object,
            AwsCredentials credentials,
            TransferObserver observer) {
        StoredObject place = StoredObject.in(bucket, object, credentials, signer);
        if (plan.isWhole()) {
            send(file, plan, (part, body) -> fresh(place).put(body, hashes.whole()), observer);
        } else {
            uploadParts(file, plan, hashes, place, observer);
        }
    }

    private void uploadParts(
            SourceFile file, PartPlan plan, FileHashes hashes, StoredObject place, TransferObserver observer) {
        String uploadId =
                uploadId(calls.send("begin the upload", () -> fresh(place).begin()));
        try {
            List<SentPart> sent = send(
                    file,
                    plan,
                    (part, body) -> fresh(place).putPart(uploadId, part.number(), body, hash(hashes, part)),
                    observer);
            ByteString list = list(sent);
            calls.send("complete the upload", () -> fresh(place).complete(uploadId, list));
        } catch (RuntimeException | Error e) {
            abort(place, uploadId, e);
            throw e;
        }
    }

    private List<SentPart> send(SourceFile file, PartPlan plan, PartRequests requests, TransferObserver observer) {
        try (PartTransfer transfer = new PartTransfer(client, clock, sleeper, TransferOptions.DEFAULT)) {
            return transfer.send(file, TransferPlan.of(plan.parts()), requests, observer)
                    .parts();
        }
    }

    /** S3 would keep the parts of an incomplete upload, and no list of objects shows them. */
    private void abort(StoredObject place, String uploadId, Throwable reason) {
        boolean interrupted = Thread.interrupted();
        try {
            calls.send("discard the parts", () -> place.abort(uploadId));
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StoredObject fresh(StoredObject place) {
        if (!clock.instant().isBefore(place.credentials().expires())) {
            throw new CredentialsExpiredException(null);
        }
        return place;
    }

    private static String hash(FileHashes hashes, Part part) {
        return hashes.parts().get(part.number() - 1);
    }

    private static String uploadId(String body) {
        Matcher id = UPLOAD_ID.matcher(body);
        if (!id.find()) {
            throw new StorageException("S3 began the upload without an ID.", null, null);
        }
        return id.group(1);
    }

    private static ByteString list(List<SentPart> sent) {
        StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
        for (SentPart each : sent) {
            if (each.etag() == null) {
                throw new StorageException(
                        "S3 confirmed part " + each.part().number() + " without an ETag; a proxy may have removed it.",
                        null,
                        null);
            }
            xml.append("<Part><PartNumber>")
                    .append(each.part().number())
                    .append("</PartNumber><ETag>")
                    .append(each.etag().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</ETag></Part>");
        }
        return ByteString.encodeUtf8(xml.append("</CompleteMultipartUpload>").toString());
    }
}
