package io.github.ascjava.release;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import io.github.ascjava.release.internal.KnownNames;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The questions of the age rating declaration, with the answers that each of them takes. */
final class AgeRatingAnswers {

    private static final List<String> BOOLEANS = List.of("true", "false");
    /** Questions that an app can leave open: overrides, the band of an app for kids, and a link. */
    private static final Set<String> OPTIONAL = Set.of(
            "kidsAgeBand",
            "ageRatingOverride",
            "ageRatingOverrideV2",
            "koreaAgeRatingOverride",
            "developerAgeRatingInfoUrl",
            "socialMedia",
            "socialMediaAgeRestricted");

    private AgeRatingAnswers() {}

    private static Map<String, Class<?>> questions() {
        return ResourceAttributes.types(AgeRatingDeclaration.class).entrySet().stream()
                .filter(each -> !Set.of("id", "unknownFields").contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Returns the questions that have no answer although Apple asks for one. */
    static List<String> open(AgeRatingDeclaration declaration) {
        return questions().keySet().stream()
                .filter(name -> !OPTIONAL.contains(name))
                .filter(name -> ResourceAttributes.value(declaration, name) == null)
                .sorted()
                .toList();
    }

    /** Returns what is wrong with an answer. */
    static Optional<String> problem(String name, Object answer) {
        Map<String, Class<?>> questions = questions();
        Optional<String> unknown = KnownNames.problem("age rating", name, questions.keySet());
        if (unknown.isPresent()) {
            return unknown;
        }
        Class<?> type = questions.get(name);
        String text = String.valueOf(ResourceAttributes.text(answer));
        if (type == Boolean.class) {
            return KnownNames.problem("answer to " + name + " named", text, BOOLEANS);
        }
        return type != null && OpenEnum.class.isAssignableFrom(type)
                ? KnownNames.problem("answer to " + name + " named", text, KnownNames.values(type))
                : Optional.empty();
    }

    /** Returns an answer as it is sent. */
    static Object value(String name, Object answer) {
        return questions().get(name) == Boolean.class ? Boolean.valueOf(answer.toString()) : answer.toString();
    }
}
