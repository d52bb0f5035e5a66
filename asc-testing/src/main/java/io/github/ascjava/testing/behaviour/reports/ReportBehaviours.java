package io.github.ascjava.testing.behaviour.reports;

import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.behaviour.common.SignedUrls;
import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package. */
public final class ReportBehaviours {

    private ReportBehaviours() {}

    /** Makes them for a team. */
    public static List<Behaviour> all(Account account, SignedUrls urls) {
        return List.of(
                new SalesReports(account),
                new FinanceReports(account),
                new AnalyticsReports(),
                new AnalyticsSegments(urls),
                new PowerMetrics(),
                new DiagnosticLogs());
    }
}
