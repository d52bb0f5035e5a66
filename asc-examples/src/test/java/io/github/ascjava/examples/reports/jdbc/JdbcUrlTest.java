package io.github.ascjava.examples.reports.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/sales?user=me&password=geheim",
                "jdbc:postgresql://localhost/sales?sslpassword=geheim&user=me",
                "jdbc:mysql://me:geheim@localhost:3306/sales",
                "jdbc:oracle:thin:me/geheim@//localhost:1521/sales",
                "jdbc:sqlserver://localhost;user=me;Password=geheim;encrypt=true",
                "jdbc:sqlserver://localhost;user=me;password={geheim};encrypt=true",
                "jdbc:h2:mem:sales;PASSWORD=geheim",
                "jdbc:mariadb://(host=localhost,password=geheim)/sales"
            })
    void masksThePasswordAndTheUrl(String text) {
        JdbcUrl url = new JdbcUrl(text, null);

        assertThat(url.mask("cannot open " + text + " with geheim")).doesNotContain("geheim", "localhost");
        assertThat(url.mask("rejected 'geheim' of localhost")).isEqualTo("rejected '***' of localhost");
        assertThat(url).asString().doesNotContain("geheim").startsWith("jdbc:").endsWith(":***");
    }

    @Test
    void masksAPasswordHoweverItIsWritten() {
        JdbcUrl url = new JdbcUrl("jdbc:postgresql://localhost/sales?password=ge%40heim", "other");

        assertThat(url.mask("ge%40heim, ge@heim, other")).isEqualTo("***, ***, ***");
    }

    @Test
    void doesNotRepeatWhatIsNoUrl() {
        assertThatThrownBy(() -> new JdbcUrl("postgresql://me:geheim@localhost", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--jdbc is the URL of a database, such as jdbc:postgresql://localhost/sales.");
    }
}
