package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What help and messages offer as a value, the API accepts. */
class OfferedValuesTest extends SandboxedTest {

    private static final String VALUE = "VALUE";
    private static final String OUT = "OUT";

    /** The arguments with values of a set, and a command for each. */
    private static final Map<String, String> COMMANDS = new TreeMap<>(Map.of(
            "asc devices list --status", "devices list --status VALUE",
            "asc users invite --role", "users invite new.VALUE@example.com Ada Lovelace --role VALUE",
            "asc users roles ROLES", "users roles jonas@example.com VALUE --yes",
            "asc signing ensure --type", "signing ensure com.example.new --type VALUE --out OUT",
            "asc signing ensure --capability", "signing ensure com.example.new --capability VALUE --out OUT",
            "asc webhooks add --event",
                    "webhooks add --app com.example.cortado --url http://127.0.0.1/ --name CI --generate OUT --dry-run"
                            + " --event VALUE",
            "asc release prepare --content-rights",
                    "release prepare com.example.lumiere 1.0 --content-rights VALUE --dry-run"));

    private static final Pattern VALUES = Pattern.compile("\\b([A-Z]+(_[A-Z]+)+|[A-Z]{4,})\\b");
    /** Words in capitals that are not values: methods, names of formats and protocols, what stands for a command. */
    private static final Set<String> OTHER_WORDS =
            Set.of("POST", "PATCH", "DELETE", "HTTP", "JSON", "BUCKET", "COMMAND", "NAME", "PATH", "NUMBER");

    static Stream<String> arguments() {
        return COMMANDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void everyValueIsAccepted(String argument) {
        Set<String> offered = new LinkedHashSet<>(helped().getOrDefault(argument, Set.of()));
        String possible =
                run(command(argument, "NONESUCH")).err().lines().findFirst().orElseThrow();
        offered.addAll(List.of(possible.replaceAll(".* Possible are: |\\.$", "").split(", ", -1)));

        assertThat(offered).hasSizeGreaterThan(1).allSatisfy(value -> {
            Program run = run(command(argument, value));
            assertThat(run.exitCode()).as("%s: %s", value, run.err()).isZero();
        });
    }

    @Test
    void everyArgumentWithValuesIsTested() {
        assertThat(COMMANDS.keySet()).containsAll(helped().keySet());
    }

    private String[] command(String argument, String value) {
        String command = Objects.requireNonNull(COMMANDS.get(argument));
        return Stream.of(command.split(" ", -1))
                .map(word -> word.equals(OUT) ? folder.resolve("out").toString() : word.replace(VALUE, value))
                .toArray(String[]::new);
    }

    /** Returns the values that help names or uses if none is given, by argument. */
    private static Map<String, Set<String>> helped() {
        Map<String, Set<String>> helped = new TreeMap<>();
        collect(Program.commandLine(), helped);
        return helped;
    }

    private static void collect(CommandLine command, Map<String, Set<String>> helped) {
        for (ArgSpec argument : command.getCommandSpec().args()) {
            List<String> texts = new ArrayList<>(List.of(argument.description()));
            texts.add(String.valueOf(argument.defaultValue()));
            Set<String> values = values(String.join(" ", texts));
            String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
            // Those name variables of the environment.
            if (!values.isEmpty() && !name.endsWith("-env")) {
                helped.put(command.getCommandSpec().qualifiedName() + " " + name, values);
            }
        }
        command.getSubcommands().values().forEach(each -> collect(each, helped));
    }

    private static Set<String> values(String text) {
        Set<String> values = new LinkedHashSet<>();
        Matcher matcher = VALUES.matcher(text.replace("${DEFAULT-VALUE}", ""));
        while (matcher.find()) {
            if (!OTHER_WORDS.contains(matcher.group())) {
                values.add(matcher.group());
            }
        }
        return values;
    }
}
