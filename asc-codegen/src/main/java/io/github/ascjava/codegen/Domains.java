package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts tags and schemas into packages by the beginnings of their names.
 *
 * <p>The map is {@code domains.txt}; the longest matching beginning wins. A name that matches none stops the generator.
 */
final class Domains {

    private record Rule(String prefix, String domain) {}

    private final List<Rule> rules;

    private Domains(List<Rule> rules) {
        this.rules = rules;
    }

    static Domains read() {
        List<Rule> rules = new ArrayList<>();
        for (String line : DataFile.lines("domains.txt")) {
            int colon = line.indexOf(':');
            for (String prefix : line.substring(colon + 1).strip().split("\\s+", -1)) {
                rules.add(new Rule(prefix, line.substring(0, colon)));
            }
        }
        return new Domains(rules);
    }

    String of(String name) {
        Rule best = null;
        for (Rule rule : rules) {
            if (name.startsWith(rule.prefix) && (best == null || rule.prefix.length() > best.prefix.length())) {
                best = rule;
            }
        }
        if (best == null) {
            throw new UnknownShapeException(name, "no line of domains.txt says which package this belongs to.");
        }
        return best.domain;
    }
}
