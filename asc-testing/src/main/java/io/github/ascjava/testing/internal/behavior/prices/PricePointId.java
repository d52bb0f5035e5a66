package io.github.ascjava.testing.internal.behavior.prices;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a price point's ID, which is JSON in base64.
 *
 * @param sold the ID of the app, purchase or subscription
 * @param territory the ISO code of three letters
 * @param tier the number of the price in the territory's list of prices
 */
record PricePointId(String sold, String territory, String tier) {

    /** None of the members needs JSON escaping. */
    private static final Pattern JSON =
            Pattern.compile("\\{\"s\":\"(\\w+)\",\"t\":\"([A-Z]{3})\",\"p\":\"(\\d{1,9})\"}");

    /** Decodes an ID; empty if it is not the ID of a price point. */
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
