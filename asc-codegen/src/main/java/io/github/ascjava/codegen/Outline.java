package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of an indented text, with the lines below it that are indented further.
 *
 * <p>A line that is indented by six or more characters continues the previous one.
 */
record Outline(String text, List<Outline> inner) {

    private static final int STEP = 2;
    private static final int CONTINUATION = 6;

    /** Returns the lines that are not indented. */
    static List<Outline> parse(List<String> lines) {
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            int last = whole.size() - 1;
            if (last >= 0 && indentation(line) >= indentation(whole.get(last)) + CONTINUATION) {
                whole.set(last, whole.get(last) + " " + line.strip());
            } else {
                whole.add(line);
            }
        }
        return parse(whole, 0);
    }

    private static List<Outline> parse(List<String> lines, int indentation) {
        List<Outline> outlines = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (indentation(line) != indentation) {
                throw new IllegalArgumentException("The line '" + line + "' is not indented by " + indentation + ".");
            }
            int end = at + 1;
            while (end < lines.size() && indentation(lines.get(end)) > indentation) {
                end++;
            }
            outlines.add(new Outline(line.strip(), parse(lines.subList(at + 1, end), indentation + STEP)));
            at = end;
        }
        return outlines;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    String word(int index) {
        List<String> words = words();
        if (index >= words.size()) {
            throw new IllegalArgumentException("The line '" + text + "' ends too early.");
        }
        return words.get(index);
    }

    /** Returns the words of the line after the first ones. */
    List<String> wordsAfter(int count) {
        return words().stream().skip(count).toList();
    }

    /** Returns the text after the first word, or an empty text. */
    String rest() {
        int blank = text.indexOf(' ');
        return blank < 0 ? "" : text.substring(blank + 1);
    }

    /** Returns the child lines that begin with a word. */
    Stream<Outline> beginning(String word) {
        return inner.stream().filter(line -> line.word(0).equals(word));
    }

    private List<String> words() {
        return Arrays.asList(text.split(" +", -1));
    }
}
