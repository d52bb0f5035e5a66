package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The exceptions for parts that cannot be sent. Their messages name the host and have nothing else of the URL. */
final class PartFailures {

    private PartFailures() {}

    static TransferException rejected(Part part, String host, Rejection rejection) {
        return new TransferException(
                rejection.kind(),
                name(part) + " was rejected by " + host + " with " + rejection.text() + ". " + rejection.advice(),
                rejection.status(),
                rejection.code(),
                null);
    }

    /**
     * Creates the exception for a part that failed too often.
     *
     * @param cause of a connection that broke, or null if the host responded
     */
    static TransferException exhausted(Part part, String host, String problem, @Nullable IOException cause) {
        // Proxies and VPNs break uploads (docs/live-service.md#networks-break-uploads).
        String advice = cause == null
                ? ""
                : " The file is not the reason. Check the network to this host; proxies and VPNs may break long uploads.";
        return new TransferException(
                Kind.ATTEMPTS_EXHAUSTED, name(part) + " could not be sent to " + host + ": " + problem + advice, cause);
    }

    static TransferException untrusted(String host, IOException e) {
        return new TransferException(
                Kind.UNTRUSTED_HOST,
                "The certificate of " + host + " is not trusted, so nothing was sent. A proxy that inspects traffic may"
                        + " have replaced it; the trust store of this Java runtime decides.",
                e);
    }

    /** Returns whether another attempt is useless, because the host has a certificate that is not trusted. */
    static boolean isUntrusted(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
    }

    static String problem(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private static String name(Part part) {
        return "Part " + part.number() + " (bytes " + part.offset() + " to " + part.end() + ")";
    }
}
