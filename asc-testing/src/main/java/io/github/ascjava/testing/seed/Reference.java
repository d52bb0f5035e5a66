package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Currency;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.engine.World;
import java.util.List;

/** What Apple provides and every team has: territories and categories. */
public final class Reference {

    private static final List<String> PLATFORMS = List.of("IOS", "TV_OS", "MAC_OS");
    private static final List<String> CATEGORIES = List.of(
            "BOOKS",
            "BUSINESS",
            "DEVELOPER_TOOLS",
            "EDUCATION",
            "ENTERTAINMENT",
            "FINANCE",
            "FOOD_AND_DRINK",
            "GAMES",
            "GRAPHICS_AND_DESIGN",
            "HEALTH_AND_FITNESS",
            "LIFESTYLE",
            "MAGAZINES_AND_NEWSPAPERS",
            "MEDICAL",
            "MUSIC",
            "NAVIGATION",
            "NEWS",
            "PHOTO_AND_VIDEO",
            "PRODUCTIVITY",
            "REFERENCE",
            "SHOPPING",
            "SOCIAL_NETWORKING",
            "SPORTS",
            "STICKERS",
            "TRAVEL",
            "UTILITIES",
            "WEATHER");
    private static final List<String> GAMES = List.of(
            "ACTION",
            "ADVENTURE",
            "BOARD",
            "CARD",
            "CASINO",
            "CASUAL",
            "FAMILY",
            "MUSIC",
            "PUZZLE",
            "RACING",
            "ROLE_PLAYING",
            "SIMULATION",
            "SPORTS",
            "STRATEGY",
            "TRIVIA",
            "WORD");
    private static final List<String> STICKERS = List.of(
            "ANIMALS",
            "ART",
            "CELEBRATIONS",
            "CELEBRITIES",
            "CHARACTERS",
            "EATING_AND_DRINKING",
            "EMOJI_AND_EXPRESSIONS",
            "FASHION",
            "GAMING",
            "KIDS_AND_FAMILY",
            "MOVIES_AND_TV",
            "MUSIC",
            "PEOPLE",
            "PLACES_AND_OBJECTS",
            "SPORTS_AND_ACTIVITIES");

    private Reference() {}

    /** Puts them into a world. */
    public static void fill(World world) {
        Planter planter = new Planter(world);
        Currency.byTerritory()
                .forEach((territory, currency) -> planter.add("territories", territory, "currency", currency.code()));
        CATEGORIES.forEach(id -> planter.add("appCategories", id, "platforms", PLATFORMS));
        addSubcategories("GAMES", GAMES, planter);
        addSubcategories("STICKERS", STICKERS, planter);
    }

    private static void addSubcategories(String parent, List<String> names, Planter planter) {
        StoredResource category = planter.store().get("appCategories", parent);
        for (String name : names) {
            StoredResource subcategory = planter.add("appCategories", parent + "_" + name, "platforms", PLATFORMS);
            planter.store().link(subcategory, "parent", category);
        }
    }
}
