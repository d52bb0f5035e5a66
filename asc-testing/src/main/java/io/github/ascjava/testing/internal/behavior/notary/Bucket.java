package io.github.ascjava.testing.internal.behavior.notary;

import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The place of uploads, which speaks as much of S3 as uploads need: objects whole or in parts. S3 is another host; the sandbox
 * uses {@code /s3/BUCKET/OBJECT}.
 */
final class Bucket implements ResourceHook {

    static final String FOLDER = "s3";
    private static final int MOST_PARTS = 10_000;

    private final Submissions submissions;
    private final AwsSignature signatures;
    /** By upload ID. */
    private final Map<String, MultipartUpload> uploads = new HashMap<>();

    Bucket(Submissions submissions, AwsSignature signatures) {
        this.submissions = submissions;
        this.signatures = signatures;
    }

    @Override
    public @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (path.size() < 3 || !path.get(0).equals(FOLDER)) {
            return null;
        }
        String accessKey = AwsSignature.accessKeyId(request);
        if (accessKey == null) {
            return SignedUrls.refusal(403, "AccessDenied", "Access Denied");
        }
        Submission submission = submissions.ofAccessKey(accessKey);
        if (submission == null) {
            return SignedUrls.refusal(
                    403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
        }
        ApiAnswer refusal = signatures.refusal(request, submission.credentials());
        if (refusal != null) {
            return refusal;
        }
        boolean isItsObject = path.get(1).equals(Submissions.BUCKET)
                && String.join("/", path.subList(2, path.size())).equals(submission.object());
        return isItsObject
                ? answer(request, submission, world)
                : SignedUrls.refusal(403, "AccessDenied", "Access Denied");
    }

    private ApiAnswer answer(ApiRequest request, Submission submission, SandboxState world) {
        HttpUrl url = request.url();
        String uploadId = url.queryParameter("uploadId");
        if (uploadId == null) {
            return switch (request.method()) {
                case "PUT" -> put(request, submission, world);
                case "POST" -> begin(submission, world);
                default -> notAllowed();
            };
        }
        MultipartUpload upload = uploads.get(uploadId);
        if (upload == null) {
            return SignedUrls.refusal(404, "NoSuchUpload", "The specified upload does not exist.");
        }
        return switch (request.method()) {
            case "PUT" -> part(request, upload);
            case "POST" -> complete(request, uploadId, upload, submission, world);
            case "DELETE" -> {
                uploads.remove(uploadId);
                yield ApiAnswer.empty(204);
            }
            default -> notAllowed();
        };
    }

    private static ApiAnswer put(ApiRequest request, Submission submission, SandboxState world) {
        submission.uploaded(world.clock().instant(), request.body());
        return ApiAnswer.of(200, "application/xml", ByteString.EMPTY)
                .with("ETag", '"' + request.body().md5().hex() + '"');
    }

    private ApiAnswer begin(Submission submission, SandboxState world) {
        String id = world.ids().uuid();
        uploads.put(id, new MultipartUpload());
        return xml("<InitiateMultipartUploadResult><Bucket>" + Submissions.BUCKET + "</Bucket><Key>"
                + submission.object() + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private static ApiAnswer part(ApiRequest request, MultipartUpload upload) {
        String number = request.url().queryParameter("partNumber");
        if (number == null
                || !number.matches("\\d{1,5}")
                || Integer.parseInt(number) > MOST_PARTS
                || number.equals("0")) {
            return SignedUrls.refusal(
                    400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
        }
        return ApiAnswer.of(200, "application/xml", ByteString.EMPTY)
                .with("ETag", upload.put(Integer.parseInt(number), request.body()));
    }

    private ApiAnswer complete(
            ApiRequest request, String id, MultipartUpload upload, Submission submission, SandboxState world) {
        String problem = upload.problem(request.body());
        if (problem != null) {
            return SignedUrls.refusal(400, problem, "The list of parts was not accepted.");
        }
        uploads.remove(id);
        submission.uploaded(world.clock().instant(), upload.head());
        return xml("<CompleteMultipartUploadResult><Bucket>" + Submissions.BUCKET + "</Bucket><Key>"
                + submission.object() + "</Key><ETag>" + upload.etag().replace("\"", "&quot;")
                + "</ETag></CompleteMultipartUploadResult>");
    }

    private static ApiAnswer notAllowed() {
        return SignedUrls.refusal(
                405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    private static ApiAnswer xml(String element) {
        return ApiAnswer.of(
                200,
                "application/xml",
                ByteString.encodeUtf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element));
    }
}
