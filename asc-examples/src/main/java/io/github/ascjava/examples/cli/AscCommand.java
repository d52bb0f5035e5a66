package io.github.ascjava.examples.cli;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The base of commands that talk to App Store Connect. */
public abstract class AscCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    /** The option that names a profile. */
    public static final String PROFILE = "--profile";

    /** The option that lets reads pass only. */
    public static final String READ_ONLY = "--read-only";

    static final String READ_ONLY_DESCRIPTION = "Fail before anything is sent that could change something.";
    static final String PROFILE_LABEL = "NAME";
    static final String PROFILE_DESCRIPTION = "Take the key from this profile of the configuration file.";

    @Option(names = PROFILE, paramLabel = PROFILE_LABEL, description = PROFILE_DESCRIPTION)
    @SuppressWarnings("UnusedVariable") // Read through the specification, like that of the commands above.
    private @Nullable String profile;

    @Option(names = READ_ONLY, description = READ_ONLY_DESCRIPTION)
    @SuppressWarnings("UnusedVariable") // Read through the specification, like that of the commands above.
    private boolean readOnly;

    @Mixin
    private final TalkOptions talk = new TalkOptions();

    private final Connector connector;

    /** Makes a command that connects as told. */
    protected AscCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public final Integer call() throws Exception {
        checkArguments();
        Terminal terminal = connector.terminal(spec.commandLine(), talk.isQuiet());
        return connector.run(
                terminal, new Connector.Manner(isDryRun(), isReadOnly(), talk.isVerbose(), profile()), this::run);
    }

    /** {@code --profile} is an option of this command and of those that it belongs to; the nearest one counts. */
    private @Nullable String profile() {
        for (CommandSpec each = spec; each != null; each = each.parent()) {
            OptionSpec option = each.findOption(PROFILE);
            String name = option == null ? null : option.getValue();
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** {@code --read-only} is an option of this command and of those that it belongs to; one of them is enough. */
    private boolean isReadOnly() {
        for (CommandSpec each = spec; each != null; each = each.parent()) {
            OptionSpec option = each.findOption(READ_ONLY);
            if (option != null && Boolean.TRUE.equals(option.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Throws {@link #wrongUsage} for arguments that no run can use, before anything is connected. */
    protected void checkArguments() {}

    /** Returns whether requests that change something are to be shown instead of sent. */
    protected boolean isDryRun() {
        return false;
    }

    /** Returns a variable of the environment, or null if it is not set or blank. */
    protected final @Nullable String environment(String name) {
        return connector.environment(name);
    }

    /** Makes an exception about arguments that no run of the command can use. */
    protected final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Returns the value that an argument names, or throws {@link #wrongUsage} with those that Apple accepts for it. */
    protected final <E extends OpenEnum> E oneOf(List<E> accepted, String argument, String text) {
        return KnownValues.find(accepted, text)
                .orElseThrow(() -> wrongUsage(argument + " cannot be " + text + ". Possible are: "
                        + accepted.stream().map(OpenEnum::value).collect(Collectors.joining(", ")) + "."));
    }

    /** Throws {@link #wrongUsage} for a number that is out of range. */
    protected final void requireRange(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw wrongUsage(option + " is a number from " + least + " to " + most + ", but was " + number + ".");
        }
    }

    /** Does the job and returns the exit code. */
    protected abstract int run(Session session) throws Exception;
}
