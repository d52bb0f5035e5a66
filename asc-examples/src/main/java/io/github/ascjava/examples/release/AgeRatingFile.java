package io.github.ascjava.examples.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON file with answers of the age rating declaration by Apple's names. */
final class AgeRatingFile {

    private AgeRatingFile() {}

    static Map<String, String> read(Path file) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new FailedException(
                    "The file " + file + " is not JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ").",
                    e);
        } catch (CharacterCodingException e) {
            throw new FailedException("The file " + file + " is not in UTF-8. Save it in UTF-8.", e);
        } catch (NoSuchFileException e) {
            throw new FailedException("The file " + file + " does not exist.", e);
        } catch (IOException e) {
            throw new FailedException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (!json.isObject()) {
            throw new FailedException("The file " + file + " has no JSON object with answers, such as {\"gambling\":"
                    + " false, \"contests\": \"NONE\"}.");
        }
        Map<String, String> answers = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw new FailedException(
                        "In " + file + ", the answer to " + entry.getKey() + " has to be true, false or a text.");
            }
            answers.put(entry.getKey(), entry.getValue().asText());
        });
        return answers;
    }
}
