package io.github.ascjava.signing;

import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.provisioning.Certificate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when Apple issues no further certificate of a type, because the team or the person has as many as Apple allows
 * (docs/live-service.md#certificate-limits). Nothing is revoked by itself.
 *
 * @since 0.1.0
 */
public final class CertificateLimitException extends SigningException {

    private static final long serialVersionUID = 1L;

    private final transient List<Certificate> current;

    CertificateLimitException(List<Certificate> current, String detail, ConflictException cause) {
        super(message(current, detail), cause);
        this.current = List.copyOf(current);
    }

    /** Returns the certificates of the type that are valid, and whose keys are not in the place: one could be revoked. */
    public List<Certificate> current() {
        return current;
    }

    private static String message(List<Certificate> current, String detail) {
        String found = current.isEmpty()
                ? "Apple lists none of them to this key; look on the website."
                : "Valid are: "
                        + current.stream().map(CertificateLimitException::line).collect(Collectors.joining("; "))
                        + ". Import the key of one of them, or revoke one that nobody uses any longer.";
        return "Apple issues no further certificate of this type (\"" + detail + "\"). " + found;
    }

    private static String line(Certificate each) {
        return each.id() + " " + each.name()
                + (each.expirationDate() == null
                        ? ""
                        : ", expires " + each.expirationDate().toLocalDate());
    }
}
