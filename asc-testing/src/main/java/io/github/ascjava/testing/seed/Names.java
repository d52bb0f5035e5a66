package io.github.ascjava.testing.seed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people who do not exist. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Aiko",
            "Amélie",
            "Anaïs",
            "Björn",
            "Chloë",
            "Dario",
            "Éloïse",
            "Femke",
            "Gülşen",
            "Hana",
            "Ingrid",
            "Jürgen",
            "Karolína",
            "Łukasz",
            "Márta",
            "Nils",
            "Óscar",
            "Priya",
            "Quentin",
            "Renée",
            "Søren",
            "Tomáš",
            "Ursula",
            "Valérie",
            "Wren",
            "Ximena",
            "Yusuf",
            "Zoë",
            "Oluwaseun",
            "Mei-Ling");
    private static final List<String> LAST = List.of(
            "Adeyemi",
            "Björklund",
            "Čapek",
            "Dubois",
            "Eriksen",
            "Fernández",
            "Größmann",
            "Hølmboe",
            "Ivanov",
            "Jansen",
            "Kowalczyk",
            "Löwe",
            "Müller",
            "Nakamura",
            "O’Brien",
            "Pérez",
            "Quist",
            "Rossi",
            "Șerban",
            "Tanaka",
            "Undset",
            "Vásquez",
            "Weiß",
            "Yılmaz",
            "Žižek");

    private final Planter planter;

    Names(Planter planter) {
        this.planter = planter;
    }

    String first() {
        return planter.oneOf(FIRST);
    }

    String last() {
        return planter.oneOf(LAST);
    }

    /** Returns an address under a domain that nobody can own. */
    static String email(String first, String last, int number) {
        return ascii(first) + "." + ascii(last) + (number == 0 ? "" : number) + "@example.com";
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replaceAll("[^a-z]", "");
    }
}
