package io.github.ascjava.auth;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds secrets in texts: twelve characters in a row of a secret text, or a token. */
final class TestSecrets {

    private static final int WINDOW = 12;
    private static final String TOKEN_START = "eyJ";
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{16,}");

    private final Set<String> windows = new HashSet<>();

    TestSecrets(Collection<String> secretTexts) {
        for (String text : secretTexts) {
            for (int i = 0; i + WINDOW <= text.length(); i++) {
                windows.add(text.substring(i, i + WINDOW));
            }
        }
    }

    static TestSecrets of(TestKey... keys) {
        List<String> texts = new ArrayList<>();
        for (TestKey key : keys) {
            texts.addAll(key.secretTexts());
        }
        return new TestSecrets(texts);
    }

    /** Returns the secret part of a text, or null if there is none. */
    @Nullable
    String findIn(String text) {
        // Most texts hold no token, and the fuzzer observes every step of a pattern.
        Matcher token = TOKEN.matcher(text.contains(TOKEN_START) ? text : "");
        if (token.find()) {
            return token.group();
        }
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            String window = text.substring(i, i + WINDOW);
            if (windows.contains(window)) {
                return window;
            }
        }
        return null;
    }

    /** Searches the messages of a failure and of its causes; a stack trace adds only names of methods. */
    @Nullable
    String findInMessages(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            text.append(each).append('\n');
        }
        return findIn(text.toString());
    }

    /** Searches everything that a log would show of a failure: message, causes and stack traces. */
    @Nullable
    String findIn(Throwable failure) {
        StringWriter text = new StringWriter();
        text.append(failure.getMessage())
                .append('\n')
                .append(failure.toString())
                .append('\n');
        failure.printStackTrace(new PrintWriter(text, true));
        return findIn(text.toString());
    }
}
