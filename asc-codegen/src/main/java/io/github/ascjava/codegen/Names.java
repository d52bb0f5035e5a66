package io.github.ascjava.codegen;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The rules that turn names of the document into Java names and words of Javadoc. */
final class Names {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern VERSION_SUFFIX = Pattern.compile("V\\d+$");

    private static final Map<String, String> IRREGULAR =
            Map.of("criteria", "criterion", "statuses", "status", "series", "series", "addresses", "address");

    /** Apple's spelling of terms that names write without spaces. */
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("android", "Android"),
            Map.entry("app clip", "App Clip"),
            Map.entry("app clips", "App Clips"),
            Map.entry("app store", "App Store"),
            Map.entry("ci", "Xcode Cloud"),
            Map.entry("d SYM", "dSYM"),
            Map.entry("game center", "Game Center"),
            Map.entry("iap", "in-app purchase"),
            Map.entry("id", "ID"),
            Map.entry("ids", "IDs"),
            Map.entry("in app", "in-app"),
            Map.entry("ios", "iOS"),
            Map.entry("mac os", "macOS"),
            Map.entry("one time use", "one-time use"),
            Map.entry("perf power", "power and performance"),
            Map.entry("pre release", "pre-release"),
            Map.entry("prerelease", "pre-release"),
            Map.entry("scm", "source control"),
            Map.entry("url", "URL"),
            Map.entry("win back", "win-back"),
            Map.entry("xcode", "Xcode"));

    private static final Pattern TERM = Pattern.compile("\\b(" + String.join("|", TERMS.keySet()) + ")\\b");

    /** Record components must not have the name of a method of {@code Object}. */
    private static final Set<String> METHODS = Arrays.stream(Object.class.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private Names() {}

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code bundleIdCapabilities} becomes {@code bundleIdCapability}; a version suffix stays. */
    static String singular(String name) {
        String version = versionOf(name);
        String stem = name.substring(0, name.length() - version.length());
        String lower = stem.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
            if (lower.endsWith(irregular.getKey())) {
                int head = stem.length() - irregular.getKey().length();
                boolean upper = Character.isUpperCase(stem.charAt(head));
                String one = upper ? capitalized(irregular.getValue()) : irregular.getValue();
                return stem.substring(0, head) + one + version;
            }
        }
        if (lower.endsWith("ies")) {
            return stem.substring(0, stem.length() - 3) + "y" + version;
        }
        if (lower.matches(".*(x|ch|sh|ss)es")) {
            return stem.substring(0, stem.length() - 2) + version;
        }
        return lower.endsWith("s") && !lower.endsWith("ss") ? stem.substring(0, stem.length() - 1) + version : name;
    }

    /** {@code visibleApps} becomes {@code VISIBLE_APPS}, {@code -name} becomes {@code NAME_DESC}. */
    static String constant(String value) {
        boolean descending = value.startsWith("-");
        String plain = descending ? value.substring(1) : value;
        // PT15M and 3D are one word each; only mixed case marks the beginning of words.
        String parted = plain.equals(plain.toUpperCase(Locale.ROOT))
                ? plain
                : WORD_START.matcher(plain).replaceAll("_");
        String name = parted.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
        String started = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return descending ? started + "_DESC" : started;
    }

    /** {@code filter[appStoreVersions.platform]} becomes {@code filterAppStoreVersionsPlatform}. */
    static String parameter(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("[\\[\\].]+", 0)) {
            camel.append(camel.isEmpty() ? part : capitalized(part));
        }
        return camel.toString();
    }

    /** {@code betaAppLocalizations} becomes {@code beta app localizations}, and {@code appClip} {@code App Clip}. */
    static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (String word : WORD_START.split(name, -1)) {
            boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            words.append(words.isEmpty() ? "" : " ").append(acronym ? word : word.toLowerCase(Locale.ROOT));
        }
        return TERM.matcher(words).replaceAll(term -> TERMS.get(term.group()));
    }

    static String withArticle(String words) {
        if (!singular(words).equals(words)) {
            return words;
        }
        // By pronunciation: a user, an upload, an Xcode version.
        boolean vowel = words.toLowerCase(Locale.ROOT).matches("[aeix].*|o(?!ne).*|u(?!s|ni|rl).*");
        return (vowel ? "an " : "a ") + words;
    }

    static boolean isReserved(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || METHODS.contains(name);
    }

    static String versionOf(String name) {
        var matcher = VERSION_SUFFIX.matcher(name);
        return matcher.find() ? matcher.group() : "";
    }
}
