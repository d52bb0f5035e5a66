package io.github.ascjava.testing.internal.behavior.prices;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the id of a price point tells, which is JSON in base64.
 *
 * @param sold the id of what is sold
 * @param territory where
 * @param tier the number of the price among all prices of the territory
 */
record PricePointId(String sold, String territory, String tier) {

    /** There is nothing in it that would have to be escaped. */
    private static final Pattern JSON =
            Pattern.compile("\\{\"s\":\"(\\w+)\",\"t\":\"([A-Z]{3})\",\"p\":\"(\\d{1,9})\"}");

    /** Reads an id; empty if it is that of no price point. */
    static Optional<PricePointId> read(String id) {
        try {
            Matcher json = JSON.matcher(new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8));
            return json.matches()
                    ? Optional.of(new PricePointId(json.group(1), json.group(2), json.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        String json = "{\"s\":\"" + sold + "\",\"t\":\"" + territory + "\",\"p\":\"" + tier + "\"}";
        return Base64.getEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the same price in another territory. */
    PricePointId in(String otherTerritory) {
        return new PricePointId(sold, otherTerritory, tier);
    }
}
