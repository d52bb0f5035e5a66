package io.github.ascjava.auth;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the JSON key files of fastlane and of rcodesign, which names the key {@code private_key}. */
final class KeyJson {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_]{1,20}");

    private KeyJson() {}

    static ApiKey read(Path file) {
        byte[] content = KeyFile.content(file);
        try {
            return toKey(members(content, file), file);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static ApiKey toKey(Map<String, String> members, Path file) {
        String privateKey = members.getOrDefault("key", members.getOrDefault("private_key", ""));
        ApiKeyConfig parts = new ApiKeyConfig(
                "The JSON key file " + file,
                members.getOrDefault("key_id", ""),
                members.getOrDefault("issuer_id", ""),
                Boolean.parseBoolean(members.get("in_house")),
                members.getOrDefault("duration", ""));
        if (parts.keyId().isEmpty() || privateKey.isEmpty()) {
            throw new InvalidApiKeyException(
                    parts.source() + " needs the members key_id and key, and issuer_id unless it is an"
                            + " individual key. It has " + shown(members.keySet()) + ".");
        }
        return parts.assemble(PrivateKeyReader.readText(privateKey, "The key in the JSON key file " + file));
    }

    private static Map<String, String> members(byte[] content, Path file) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(content)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notKeyJson(file);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    putUnlessEmpty(members, name, json.getValueAsString("").strip());
                } else {
                    json.skipChildren();
                }
            }
            return members;
        } catch (IOException e) {
            // Not passed on as the cause: Jackson's messages quote the text around the fault.
            throw notKeyJson(file);
        }
    }

    private static void putUnlessEmpty(Map<String, String> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }

    /** In a damaged file, part of the key may be in the position of a name. */
    private static Set<String> shown(Set<String> names) {
        return names.stream().filter(name -> PLAIN_NAME.matcher(name).matches()).collect(toCollection(TreeSet::new));
    }

    private static InvalidApiKeyException notKeyJson(Path file) {
        return new InvalidApiKeyException("The file " + file + " is not a JSON key file. Expected an object with"
                + " key_id, issuer_id and key; a .p8 file is loaded with ApiKey.team or ApiKey.individual.");
    }
}
