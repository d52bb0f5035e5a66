package io.github.ascjava.testing;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables that programs read a key and the sandbox's URL from. */
final class Environment {

    /** Empty is like absent, but replaces what a program would inherit. */
    private static final List<String> OTHERS = List.of(
            "ASC_PRIVATE_KEY",
            "ASC_PRIVATE_KEY_B64",
            "ASC_PRIVATE_KEY_PATH",
            "ASC_KEY_JSON_PATH",
            "ASC_ISSUER_ID",
            "ASC_TOKEN_DURATION",
            "ASC_IN_HOUSE");

    /** For scripts, for Node.js, and for what uses OpenSSL or Go. */
    private static final List<String> TRUST = List.of("ASC_CA_FILE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE");

    private Environment() {}

    static Map<String, String> of(ApiKey key, String baseUrl, String form, String value, @Nullable Path caFile) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ASC_BASE_URL", baseUrl);
        if (key instanceof TeamKey team) {
            variables.put("ASC_ISSUER_ID", team.issuerId());
        }
        variables.put("ASC_KEY_ID", key.keyId());
        if (caFile != null) {
            TRUST.forEach(name -> variables.put(name, caFile.toString()));
        }
        variables.put(form, value);
        OTHERS.forEach(name -> variables.putIfAbsent(name, ""));
        return Collections.unmodifiableMap(variables);
    }
}
