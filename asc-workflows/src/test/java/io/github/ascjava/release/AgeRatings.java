package io.github.ascjava.release;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of an app without sensitive content. */
final class AgeRatings {

    private AgeRatings() {}

    static Map<String, String> harmless() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (RecordComponent each : AgeRatingDeclaration.class.getRecordComponents()) {
            boolean isOverride =
                    each.getName().contains("verride") || each.getName().equals("kidsAgeBand");
            if (each.getType() == Boolean.class) {
                answers.put(each.getName(), "false");
            } else if (OpenEnum.class.isAssignableFrom(each.getType()) && !isOverride) {
                answers.put(each.getName(), "NONE");
            }
        }
        return answers;
    }
}
