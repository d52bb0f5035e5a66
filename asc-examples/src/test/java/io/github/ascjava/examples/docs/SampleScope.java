package io.github.ascjava.examples.docs;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.testing.Sandbox;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the statements of a sample can use without declaring it: a client, a key, and ids of resources that the sandbox has.
 *
 * <p>Clients that a sample creates are clients of the sandbox.
 */
public abstract class SampleScope {

    protected final Sandbox sandbox;
    protected final AppStoreConnect asc;
    protected final ApiKey key;
    protected final String keyId;
    protected final String issuerId;
    /** The key's {@code .p8} file. */
    protected final Path keyFile;
    /** A folder that is deleted after the test. */
    protected final Path folder;
    /** Your Next Cortado. */
    protected final String appId = "1074682240";

    protected final Reports reports;
    protected final String vendorNumber = "85012345";
    /** A day whose reports exist. */
    protected final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    protected final String userId;
    protected final String groupId;
    protected final String buildId;

    /** Puts everything into scope. */
    protected SampleScope(Sandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
        asc = sandbox.client();
        reports = Reports.of(asc);
        key = sandbox.key();
        keyId = key.keyId();
        issuerId = ((TeamKey) key).issuerId();
        keyFile = sandbox.writeKeyFile(folder);
        userId = asc.users()
                .list(q -> q.filterUsername("jonas@example.com"))
                .toList()
                .get(0)
                .id();
        groupId = asc.apps().listBetaGroups(appId).toList().get(1).id();
        buildId = asc.builds()
                .list(q -> q.filterApp(appId).limit(1))
                .execute()
                .data()
                .get(0)
                .id();
    }

    /** Runs the sample. */
    public abstract void run() throws Exception;

    /** Stands in for {@code AppStoreConnect.create}. */
    protected final AppStoreConnect create(ApiKey newKey) {
        return builder(newKey).build();
    }

    /** Stands in for {@code AppStoreConnect.builder}. */
    protected final AppStoreConnect.Builder builder(ApiKey newKey) {
        return AppStoreConnect.builder(newKey).baseUrl(sandbox.baseUrl()).options(o -> o.clock(sandbox.clock()));
    }
}
