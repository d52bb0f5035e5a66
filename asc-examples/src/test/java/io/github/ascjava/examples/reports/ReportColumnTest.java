package io.github.ascjava.examples.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportColumnTest {

    @ParameterizedTest
    @CsvSource({
        "Units, NUMBER",
        "Developer Proceeds, NUMBER",
        "counts, NUMBER",
        "Date, DATE",
        "Begin Date, DATE",
        "App Download Date, DATE",
        "Update, TEXT",
        "SKU, TEXT",
        "Added By Apple, TEXT"
    })
    void typesFollowTheName(String name, ReportColumn.Type type) {
        assertThat(ReportColumn.of(name).type()).isEqualTo(type);
    }
}
