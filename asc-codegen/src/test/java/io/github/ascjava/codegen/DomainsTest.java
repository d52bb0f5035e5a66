package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {

    private final Domains domains = Domains.read();

    @ParameterizedTest
    @CsvSource({
        "Users, users",
        "Apps, apps",
        "AppStoreVersions, appstore",
        "AppClips, appclips",
        "BetaAppClipInvocations, appclips",
        "BetaAppLocalizations, testflight",
        "BuildBetaDetails, builds",
        "SubscriptionStatusUrl, apps",
        "Subscriptions, purchases",
        "AppPricePoints, pricing",
        "AppPreviews, appstore",
    })
    void theLongestBeginningDecides(String name, String domain) {
        assertThat(domains.of(name)).isEqualTo(domain);
    }

    @Test
    void aNameWithoutADomainStops() {
        assertThatThrownBy(() -> domains.of("Zebra"))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessage("Zebra: no line of domains.txt says which package this belongs to."
                        + " Teach the generator this shape, or correct the document in corrections.json.");
    }
}
