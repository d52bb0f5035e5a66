package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class ReportBehaviors {

    private ReportBehaviors() {}

    /** Creates the behaviors for a team. */
    public static List<ResourceHook> all(Account account, SignedUrls urls) {
        return List.of(
                new SalesReports(account),
                new FinanceReports(account),
                new AnalyticsReports(),
                new AnalyticsSegments(urls),
                new PowerMetrics(),
                new DiagnosticLogs());
    }
}
