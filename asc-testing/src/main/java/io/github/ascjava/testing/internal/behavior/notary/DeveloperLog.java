package io.github.ascjava.testing.internal.behavior.notary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Writes the log of a submission, with all members that logs of the live service have. */
final class DeveloperLog {

    private static final int FORMAT = 1;
    private static final int CDHASH_CHARACTERS = 40;

    private DeveloperLog() {}

    static ByteString of(Submission submission) {
        Conclusion conclusion = submission.conclusion();
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("logFormatVersion", FORMAT);
        log.put("jobId", submission.id());
        log.put("status", conclusion.status());
        log.put("statusSummary", conclusion.summary());
        log.put("statusCode", conclusion.code());
        log.put("archiveFilename", submission.name());
        log.put("uploadDate", submission.created().toString());
        log.put("sha256", submission.sha256());
        if (conclusion == Conclusion.ACCEPTED) {
            tickets(log.putArray("ticketContents"), submission);
        } else {
            log.putNull("ticketContents");
        }
        if (conclusion == Conclusion.INVALID) {
            issues(log.putArray("issues"), submission);
        } else {
            log.putNull("issues");
        }
        return ByteString.encodeUtf8(log.toPrettyString());
    }

    /** One for each architecture of the program. */
    private static void tickets(ArrayNode tickets, Submission submission) {
        for (String architecture : new String[] {"x86_64", "arm64"}) {
            ObjectNode ticket = tickets.addObject();
            ticket.put("path", submission.name() + "/Example App.app");
            ticket.put("digestAlgorithm", "SHA-256");
            ticket.put(
                    "cdhash",
                    ByteString.encodeUtf8(submission.id() + architecture)
                            .sha256()
                            .hex()
                            .substring(0, CDHASH_CHARACTERS));
            ticket.put("arch", architecture);
        }
    }

    private static void issues(ArrayNode issues, Submission submission) {
        String program = submission.name() + "/Example App.app/Contents/MacOS/Example App";
        issue(
                issues,
                "error",
                program,
                "The binary is not signed with a valid Developer ID certificate.",
                "https://developer.apple.com/documentation/security/resolving-common-notarization-issues#3087721");
        issue(issues, "error", program, "The signature does not include a secure timestamp.", null);
        issue(
                issues,
                "warning",
                submission.name() + "/Example%20App.app",
                "The executable does not have the hardened runtime enabled.",
                null);
    }

    private static void issue(
            ArrayNode issues, String severity, String path, String message, @Nullable String documentation) {
        ObjectNode issue = issues.addObject();
        issue.put("severity", severity);
        issue.putNull("code");
        issue.put("path", path);
        issue.put("message", message);
        issue.put("docUrl", documentation);
        issue.put("architecture", "x86_64");
    }
}
