package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenScopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps",
                "/v2/inAppPurchases/1",
                "/v1/apps?filter[platform]=IOS",
                "/v1/apps?filter[name]=%20&limit=2",
                "/v10/x/y/z"
            })
    void isAGetRequestOfAPath(String path) {
        assertThat(TokenScope.get(path)).hasToString("GET " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/",
                "/v1/apps/",
                "/v1//apps",
                "/apps",
                "v1/apps",
                "GET /v1/apps",
                "/v1/apps#top",
                "/v1/apps?",
                "/v1/my apps",
                "/v1/apps?filter[name]=a b",
                "/v1/apps\n",
                "https://api.appstoreconnect.apple.com/v1/apps"
            })
    void rejectsInvalidPaths(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenScope.get(path))
                .withMessage("A scope is a path with an optional query, such as /v1/apps?filter[platform]=IOS, without"
                        + " host, blanks or fragment, but was '" + path + "'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ciBuildActions/1",
                "/v1/ciBuildRuns/1/actions",
                "/v1/ciIssues/1",
                "/v1/ciMacOsVersions",
                "/v1/ciProducts?filter[productType]=APP",
                "/v1/ciProducts/1/workflows",
                "/v1/ciProducts/1/primaryRepositories",
                "/v1/ciTestResults/1",
                "/v1/ciWorkflows/1/buildRuns",
                "/v1/ciXcodeVersions",
                "/v1/scmGitReferences/1",
                "/v1/scmProviders",
                "/v1/scmPullRequests/1",
                "/v1/scmRepositories/1/gitReferences",
                "/v1/apps/1/perfPowerMetrics",
                "/v1/builds/1/perfPowerMetrics",
                "/v1/builds/1/diagnosticSignatures?limit=5",
                "/v1/diagnosticSignatures/1/logs"
            })
    void xcodeCloudAndMetricsMayLiveLong(String path) {
        assertThat(TokenScope.get(path).allowsLongLife()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps",
                "/v1/apps/1",
                "/v1/apps/1/builds",
                "/v1/apps/1/ciProduct",
                "/v1/apps/perfPowerMetrics",
                "/v1/apps?x=/perfPowerMetrics",
                "/v1/builds/1",
                "/v1/builds/1/app",
                "/v1/ciArtifacts/1",
                "/v1/ciBuildActions/1/artifacts",
                "/v1/ciBuildActions/1/relationships/artifacts",
                "/v1/ciBuildRuns/1/builds",
                "/v1/ciProducts/1/app",
                "/v1/diagnosticSignatures/1",
                "/v1/salesReports",
                "/v1/users"
            })
    void everythingElseMayNot(String path) {
        assertThat(TokenScope.get(path).allowsLongLife()).isFalse();
    }

    @Test
    void isAValue() {
        TokenScope scope = TokenScope.get("/v1/apps");

        assertThat(scope)
                .isEqualTo(TokenScope.get("/v1/apps"))
                .hasSameHashCodeAs(TokenScope.get("/v1/apps"))
                .isNotEqualTo(TokenScope.get("/v1/builds"))
                .isNotEqualTo("/v1/apps");
    }
}
