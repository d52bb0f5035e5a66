package io.github.ascjava.auth;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
        if (members.containsKey("key") && members.containsKey("private_key")) {
            throw new InvalidApiKeyException(
                    "The JSON key file " + file + " has both members key and private_key. Keep one.");
        }
        String privateKey = members.getOrDefault("key", members.getOrDefault("private_key", ""));
        ApiKeyConfig parts = new ApiKeyConfig(
                "The JSON key file " + file,
                members.getOrDefault("key_id", ""),
                members.getOrDefault("issuer_id", ""),
                ApiKeyConfig.isTrue(
                        members.getOrDefault("in_house", ""), "The member in_house of the JSON key file " + file),
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
        Set<String> names = new HashSet<>();
        try (JsonParser json = new JsonFactory().createParser(content)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notKeyJson(file);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!names.add(name)) {
                    throw new InvalidApiKeyException("The JSON key file " + file + " has the member "
                            + (PLAIN_NAME.matcher(name).matches() ? name : "of one name")
                            + " more than once. Keep one.");
                }
                if (json.nextToken().isScalarValue()) {
                    putUnlessEmpty(members, name, json.getValueAsString("").strip());
                } else {
                    json.skipChildren();
                }
            }
            requireEnd(json, file);
            return members;
        } catch (IOException e) {
            // Not passed on as the cause: Jackson's messages quote the text around the fault.
            throw notKeyJson(file);
        }
    }

    /** A second object, as after a careless concatenation, may hold another key. */
    private static void requireEnd(JsonParser json, Path file) {
        boolean hasMore;
        try {
            hasMore = json.nextToken() != null;
        } catch (IOException e) {
            // Not passed on as the cause: Jackson's messages quote the text.
            hasMore = true;
        }
        if (hasMore) {
            throw new InvalidApiKeyException("The JSON key file " + file + " has text after its object. Remove it.");
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
