package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import io.github.ascjava.testing.internal.pki.CertificateRequest;
import java.security.PublicKey;
import java.util.Set;

/**
 * Certificates are issued for the key in a signing request, a limited number per type; deleting a certificate revokes
 * it.
 */
final class Certificates extends ResourceRules {

    static final String TYPE = "certificates";

    /** The owner that Apple names for certificates requested with an API key. */
    private static final String CREATED_BY_KEY = "Created via API";

    private static final int MOST_FOR_DISTRIBUTION = 3;
    private static final int MOST_FOR_DEVELOPMENT = 2;
    private static final Set<String> DEVELOPMENT = Set.of("DEVELOPMENT", "IOS_DEVELOPMENT", "MAC_APP_DEVELOPMENT");
    private static final Set<String> DISTRIBUTION =
            Set.of("DISTRIBUTION", "IOS_DISTRIBUTION", "MAC_APP_DISTRIBUTION", "MAC_INSTALLER_DISTRIBUTION");

    private final Account account;
    private final CertificateIssue issue;

    Certificates(Account account, CertificateIssue issue) {
        super(TYPE);
        this.account = account;
        this.issue = issue;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String type = Bodies.text(body, "certificateType");
        requirePermission(type);
        if (type.startsWith("PASS_TYPE_ID")) {
            requireRelated("passTypeId", body);
        } else if (type.startsWith("APPLE_PAY")) {
            requireRelated("merchantId", body);
        }
        try {
            CertificateRequest.read(Bodies.text(body, "csrContent"));
        } catch (IllegalArgumentException e) {
            throw Errors.refusal("certificates.request", e.getMessage());
        }
        requirePlace(type, world);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        String type = created.text("certificateType");
        String csr = created.attributes().remove("csrContent").asText();
        PublicKey key = CertificateRequest.read(csr).publicKey();
        issue.complete(created, key, owner(type), world.clock().instant(), world);
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        Profiles.invalidate("certificates", resource, world);
    }

    /** No API key has the required role (docs/live-service.md#developer-id-needs-the-account-holder). */
    private static void requirePermission(String type) {
        if (type.startsWith("DEVELOPER_ID")) {
            throw Errors.refusal("certificates.account-holder");
        }
    }

    private static void requireRelated(String relationship, JsonNode body) {
        if (Bodies.related(body, relationship) == null) {
            throw Errors.refusal("relationship-required", "/data/relationships/" + relationship, relationship);
        }
    }

    private void requirePlace(String type, SandboxState world) {
        int most;
        if (DISTRIBUTION.contains(type)) {
            most = MOST_FOR_DISTRIBUTION;
        } else if (DEVELOPMENT.contains(type)) {
            most = MOST_FOR_DEVELOPMENT;
        } else {
            return;
        }
        String owner = owner(type);
        String now = Dates.provisioning(world.clock().instant(), world);
        long current = world.store().all(TYPE).stream()
                .map(StoredResource::attributes)
                .filter(attributes ->
                        attributes.path("certificateType").asText().equals(type)
                                && attributes.path("displayName").asText().equals(owner)
                                && !Profiles.isOver(attributes, now))
                .count();
        if (current >= most) {
            throw Errors.refusal("certificates.limit", DISTRIBUTION.contains(type) ? "Distribution" : "Development");
        }
    }

    /** Distribution certificates belong to the team, development certificates to a person. */
    private String owner(String type) {
        return DEVELOPMENT.contains(type) ? CREATED_BY_KEY : account.teamName();
    }
}
