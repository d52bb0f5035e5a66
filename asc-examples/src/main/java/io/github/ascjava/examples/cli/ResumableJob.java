package io.github.ascjava.examples.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says how to continue when a job that can be continued is stopped with Ctrl-C. */
public final class ResumableJob {

    private final Thread hook;

    private ResumableJob(Thread hook) {
        this.hook = hook;
    }

    /** Begins to listen for Ctrl-C and other signals that end the program, until {@link #end}. */
    public static ResumableJob begin(Terminal terminal) {
        Thread hook = new Thread(
                () -> {
                    terminal.progressDone();
                    terminal.err().println("Stopped. Run the same command again to continue where it stopped.");
                    terminal.err().flush();
                },
                "asc-stopped");
        Runtime.getRuntime().addShutdownHook(hook);
        return new ResumableJob(hook);
    }

    /**
     * Returns the folder where uploads of this user are remembered: {@code asc/uploads} in the folder that the XDG Base
     * Directory Specification names for states.
     */
    public static Path stateFolder(Function<String, @Nullable String> environment) {
        String state = environment.apply("XDG_STATE_HOME");
        Path base = state == null || !Path.of(state).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return base.resolve("asc").resolve("uploads");
    }

    /** Stops listening. */
    public void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook has run.
        }
    }
}
