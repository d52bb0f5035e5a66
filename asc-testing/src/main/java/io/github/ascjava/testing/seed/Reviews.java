package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.engine.StoredResource;
import java.time.Instant;
import java.util.List;

/** What customers say about an app, and what the team answers. */
final class Reviews {

    private static final int DAYS = 500;
    private static final int ONE_IN = 6;
    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(5, "Love it ❤️", "Does one thing and does it well.", "USA"),
            new Opinion(5, "Endlich!", "Genau das hat gefehlt. Schön gemacht, läuft flüssig. 👏", "DEU"),
            new Opinion(4, "Nearly perfect", "Would be five stars with a widget for the watch.", "GBR"),
            new Opinion(4, "Très bien", "Très utile, mais un peu lent à l’ouverture.", "FRA"),
            new Opinion(5, "最高", "毎日使っています。", "JPN"),
            new Opinion(3, "Okay", "Fine, but the last update moved everything around.", "CAN"),
            new Opinion(2, "Stürzt ab", "Seit dem Update stürzt die App beim Öffnen ab. 😞", "AUT"),
            new Opinion(1, "Lost my data", "All my notes are gone after the update. Please help!", "AUS"),
            new Opinion(5, "Muito bom", "Simples e rápido. Recomendo! 🎉", "BRA"),
            new Opinion(4, "Praktisch", "Für unterwegs reicht’s. Grüße aus Zürich!", "CHE"));

    private final Planter planter;
    private final Names names;

    Reviews(Planter planter) {
        this.planter = planter;
        this.names = new Names(planter);
    }

    void plant(StoredResource app, int count) {
        for (int i = count; i > 0; i--) {
            Opinion opinion = planter.oneOf(OPINIONS);
            Instant time = planter.daysAgo(i * DAYS / count);
            StoredResource review = planter.add(
                    "customerReviews",
                    "00000028-" + planter.uuid().substring(9, 23) + "-" + String.format("%012x", i),
                    "rating",
                    opinion.rating,
                    "title",
                    opinion.title,
                    "body",
                    opinion.body,
                    "reviewerNickname",
                    names.first() + planter.below(1000),
                    "createdDate",
                    Dates.pacific(time),
                    "territory",
                    opinion.territory);
            planter.store().link(app, "customerReviews", review);
            planter.store().link(review, "reviewTerritory", planter.store().get("territories", opinion.territory));
            boolean unhappy = opinion.rating < 3;
            if (planter.below(unhappy ? 2 : ONE_IN) == 0) {
                planter.addTo(
                        review,
                        "response",
                        "customerReviewResponses",
                        "responseBody",
                        unhappy ? "We are sorry, and it is mended in the next version." : "Thank you! ☕️",
                        "lastModifiedDate",
                        Dates.zulu(time.plusSeconds(86_400)),
                        "state",
                        "PUBLISHED");
            }
        }
    }

    private record Opinion(int rating, String title, String body, String territory) {}
}
