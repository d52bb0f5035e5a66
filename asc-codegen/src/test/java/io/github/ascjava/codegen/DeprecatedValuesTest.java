package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeprecatedValuesTest {

    @Test
    void aDeprecatedValueSaysWhy() {
        Model.Value value = new Model.Value(new JavaType("a.b", "LampColor"), "lamp color", List.of("RED", "GREEN"));
        DeprecatedValues deprecated = DeprecatedValues.of(List.of("LampColor.RED Nobody makes red lamps."));

        JavaFile file = ValueWriter.write(
                value, new Descriptions(List.of()), Usages.of(Documents.plan(Documents.small())), deprecated);

        assertThat(SourceFormatter.format(List.of(file), "Header.").get("a/b/LampColor.java"))
                .contains("""
                    /** @deprecated Apple marks this as deprecated. Nobody makes red lamps. */
                    @Deprecated
                    public static final LampColor RED = of("RED");

                    public static final LampColor GREEN = of("GREEN");
                """);
    }

    @Test
    @Tag("document")
    void everyDeprecatedValueIsInItsType() {
        DeprecatedValues deprecated = DeprecatedValues.read();

        assertThat(deprecated.sentences().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Documents.appleSources().get(Listings.DEPRECATED))
                        .contains("\n" + name + "\n"));
    }
}
