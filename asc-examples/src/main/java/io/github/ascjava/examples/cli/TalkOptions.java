package io.github.ascjava.examples.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How much a command says besides its output. */
final class TalkOptions {

    @ArgGroup
    private final Choice choice = new Choice();

    /** The choices, of which one can be made. */
    static final class Choice {

        @Option(
                names = {"-q", "--quiet"},
                description = "Print the output and errors only.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Tell of every request, with its status and duration.")
        private boolean verbose;
    }

    boolean isQuiet() {
        return choice.quiet;
    }

    boolean isVerbose() {
        return choice.verbose;
    }
}
