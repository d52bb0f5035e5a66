package io.github.ascjava.testing;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private Environment() {}

    static Map<String, String> of(ApiKey key, String baseUrl, String form, String value) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ASC_BASE_URL", baseUrl);
        if (key instanceof TeamKey team) {
            variables.put("ASC_ISSUER_ID", team.issuerId());
        }
        variables.put("ASC_KEY_ID", key.keyId());
        variables.put(form, value);
        OTHERS.forEach(name -> variables.putIfAbsent(name, ""));
        return Collections.unmodifiableMap(variables);
    }
}
