package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class ReportBehaviors {

    private ReportBehaviors() {}

    /**
     * Creates the behaviors for a team.
     *
     * @param unusual whether reports have forms that the service uses rarely
     */
    public static List<ResourceHook> all(Account account, SignedUrls urls, boolean unusual) {
        Gzip gzip = new Gzip(unusual);
        return List.of(
                new SalesReports(account, gzip),
                new FinanceReports(account, gzip),
                new AnalyticsReports(),
                new AnalyticsSegments(account, urls, gzip),
                new PowerMetrics(),
                new DiagnosticLogs());
    }
}
