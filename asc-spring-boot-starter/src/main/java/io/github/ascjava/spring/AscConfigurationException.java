package io.github.ascjava.spring;

import org.jspecify.annotations.Nullable;

/** Thrown when properties are absent or wrong; holds no part of a key or secret. */
final class AscConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param problem one or more sentences about what is wrong
     * @param action one or more sentences about what to do
     */
    AscConfigurationException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** Returns what to do. */
    String action() {
        return action;
    }
}
