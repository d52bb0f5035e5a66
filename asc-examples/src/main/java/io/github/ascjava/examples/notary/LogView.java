package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.notary.LogIssue;
import io.github.ascjava.notary.NotaryLog;
import java.util.List;
import java.util.Objects;

/** A log as people read it. */
final class LogView {

    private final NotaryLog log;

    LogView(NotaryLog log) {
        this.log = log;
    }

    void print(Terminal terminal) {
        terminal.line(log.status() + ": " + Objects.requireNonNullElse(log.statusSummary(), "without a summary"));
        for (LogIssue issue : Objects.requireNonNullElse(log.issues(), List.<LogIssue>of())) {
            terminal.line("  " + issue.severity() + ": " + issue.message());
            terminal.line(
                    "    in " + issue.path() + (issue.architecture() == null ? "" : " (" + issue.architecture() + ")"));
            if (issue.docUrl() != null) {
                terminal.line("    see " + issue.docUrl());
            }
        }
        if (log.isTeamNotConfigured()) {
            terminal.note(
                    "Only Apple can enable the team; submitting again does not help. Ask Apple's developer support.");
        }
    }
}
