package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {

    private final Domains domains =
            new Domains(List.of("apps: App", "appstore: AppStoreVersion AppScreenshot", "pricing: AppPrice"));

    @ParameterizedTest
    @CsvSource({"App, apps", "Apps, apps", "AppPriceV2, pricing", "AppStoreVersions, appstore"})
    void tagsAndVersionsAreFoundByTheNameThatIsListed(String name, String domain) {
        assertThat(domains.ofListed(name)).isEqualTo(domain);
        domains.requireComplete();
    }

    @ParameterizedTest
    @CsvSource({
        "AppUpdate, apps",
        "AppStoreVersionCreate, appstore",
        "AppStoreVersionStateInfo, appstore",
        "AppPriceV2InlineCreate, pricing",
    })
    void whatIsMadeOfAListedNameGoesWhereThatIs(String name, String domain) {
        assertThat(domains.ofMadeUp(name)).isEqualTo(domain);
        domains.requireComplete();
    }

    @Test
    void aNameOfTheDocumentIsNotPlacedByItsBeginning() {
        domains.ofListed("AppStoreIcon");
        domains.ofListed("Zebra");

        assertThatThrownBy(domains::requireComplete)
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageStartingWith("AppStoreIcon, Zebra: domains.txt does not assign");
    }

    @Test
    void aMadeUpNameIsNotPlacedByHalfAWord() {
        domains.ofMadeUp("ApplesUpdate");

        assertThatThrownBy(domains::requireComplete).hasMessageStartingWith("ApplesUpdate: ");
    }

    @Test
    void noNameIsListedTwice() {
        List<String> names = new ArrayList<>();
        DataFile.lines("domains.txt")
                .forEach(line -> names.addAll(
                        List.of(line.substring(line.indexOf(':') + 2).split(" ", -1))));

        assertThat(names).doesNotHaveDuplicates();
    }
}
