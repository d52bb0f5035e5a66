package io.github.ascjava.testing.seed;

import java.util.List;

/**
 * What is made up about one app.
 *
 * @param id its id
 * @param name its name
 * @param bundleId what it is built as
 * @param bundleIdId the id of its App ID
 * @param sku what the team calls it
 * @param category where it is in the App Store
 * @param texts in all its languages, that of the app first
 * @param versions oldest first
 */
record AppSeed(
        String id,
        String name,
        String bundleId,
        String bundleIdId,
        String sku,
        String category,
        List<Text> texts,
        List<String> versions) {

    static final AppSeed CORTADO = new AppSeed(
            "1074682240",
            "Your Next Cortado",
            "com.example.cortado",
            "NLRN94JD59",
            "CORTADO",
            "FOOD_AND_DRINK",
            List.of(
                    new Text(
                            "en-US",
                            "Your Next Cortado",
                            "Good coffee, near you",
                            "Find the café that pulls your shot the way you like it. ☕️\n\n• 41,000 cafés\n• Brew notes\n• Works offline",
                            "coffee,espresso,café,cortado,latte",
                            "Maps open twice as fast."),
                    new Text(
                            "de-DE",
                            "Dein nächster Cortado",
                            "Guter Kaffee ganz nah",
                            "Finde das Café, das deinen Kaffee so macht, wie du ihn magst. ☕️ Auch für unterwegs, auch ohne Netz – und über Öl, Süße und Säure weiß es Bescheid.",
                            "kaffee,espresso,café,cortado",
                            "Karten öffnen doppelt so schnell."),
                    new Text(
                            "fr-FR",
                            "Ton prochain cortado",
                            "Du bon café près de toi",
                            "Trouve le café qui prépare ton expresso comme tu l’aimes. ☕️",
                            "café,expresso,cortado",
                            "Les cartes s’ouvrent deux fois plus vite."),
                    new Text("ja", "次のコルタード", "近くのおいしいコーヒー", "お気に入りの一杯を見つけよう。☕️", "コーヒー,エスプレッソ", "地図の表示が速くなりました。")),
            List.of("2.2.0", "2.3.0", "2.3.1", "2.4.0", "2.5.0"));

    static final AppSeed TRAIL = new AppSeed(
            "1480212334",
            "Trail Ledger",
            "com.example.trailledger",
            "F88J43FA9J",
            "TRAIL-01",
            "HEALTH_AND_FITNESS",
            List.of(
                    new Text(
                            "en-GB",
                            "Trail Ledger",
                            "Every hike, every metre",
                            "Write down where you walked, what you saw and how your knees felt about it. 🥾",
                            "hiking,trail,gpx,log",
                            "GPX files with more than a million points no longer stop the import."),
                    new Text(
                            "en-US",
                            "Trail Ledger",
                            "Every hike, every mile",
                            "Write down where you walked, what you saw and how your knees felt about it. 🥾",
                            "hiking,trail,gpx,log",
                            "GPX files with more than a million points no longer stop the import.")),
            List.of("3.0", "3.1", "3.2"));

    static final AppSeed TIDES = new AppSeed(
            "6444012873",
            "Gezeiten",
            "com.example.tides",
            "7Q2M5K8RDX",
            "TIDES",
            "WEATHER",
            List.of(
                    new Text(
                            "de-DE",
                            "Gezeiten",
                            "Ebbe und Flut für die Küste",
                            "Wasserstände von Borkum bis Flensburg, übersichtlich und auch ohne Netz. 🌊 Für Wattläufer, Segler und Möwenfreunde.",
                            "gezeiten,flut,ebbe,watt,nordsee",
                            "Neue Pegel in Dänemark und den Niederlanden."),
                    new Text(
                            "nl-NL",
                            "Getijden",
                            "Eb en vloed aan de kust",
                            "Waterstanden van Zeeland tot Schiermonnikoog. 🌊",
                            "getij,eb,vloed,wad",
                            "Nieuwe meetpunten in Denemarken.")),
            List.of("1.7", "1.8"));

    static final AppSeed LUMIERE = new AppSeed(
            "6470098121",
            "Lumière",
            "com.example.lumiere",
            "D4W9TZ6HCB",
            "LUM-2",
            "PHOTO_AND_VIDEO",
            List.of(new Text(
                    "fr-FR",
                    "Lumière",
                    "La lumière juste",
                    "Mesure la lumière comme un vieux posemètre, sans le cuir. 📷",
                    "photo,lumière,posemètre",
                    "")),
            List.of("1.0"));

    /** What customers read in one language. */
    record Text(String locale, String name, String subtitle, String description, String keywords, String news) {}
}
