package io.github.ascjava.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the properties, and what to do, instead of a stack trace. */
final class AscFailureAnalyzer extends AbstractFailureAnalyzer<AscConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AscConfigurationException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
