package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource with an attribute of each supported type. */
@ResourceType("samples")
public record Sample(
        String id,
        @Nullable String text,
        @Nullable Boolean flag,
        @Nullable Integer number,
        @Nullable Long longNumber,
        @Nullable Double fraction,
        @Nullable BigDecimal exact,
        @Nullable URI uri,
        @Nullable LocalDate date,
        @Nullable OffsetDateTime dateTime,
        @Nullable Color color,
        @Nullable List<String> texts,
        @Nullable List<Color> colors,
        @Nullable Part part,
        @Nullable List<Part> parts,
        @Nullable Object json,
        @Nullable List<Object> jsons,
        @JsonName("class") @Nullable String renamed,
        ToOne<Other> one,
        ToMany<Other> many,
        @JsonName("native") ToOne<Other> renamedOne,
        UnknownFields unknownFields)
        implements Resource {

    /** A value with two documented constants. */
    public static final class Color extends OpenEnum {

        public static final Color RED = of("RED");
        public static final Color BLUE = of("BLUE");

        private Color(String value) {
            super(value);
        }

        public static Color of(String value) {
            return new Color(value);
        }
    }

    /** An object within an attribute. */
    public record Part(
            @Nullable String name,
            @Nullable Integer width,
            @JsonProperty("default") @Nullable Boolean renamed,
            @Nullable Inner inner) {}

    /** An object nested in an object of an attribute. */
    public record Inner(@Nullable List<Integer> numbers) {}

    /** The related resource of samples. */
    @ResourceType("others")
    public record Other(String id, @Nullable String name, ToOne<Sample> sample, UnknownFields unknownFields)
            implements Resource {}

    /** Another class for the same JSON:API type. */
    @ResourceType("others")
    public record OtherV2(
            String id, @JsonProperty("name") @Nullable String title, UnknownFields unknownFields) implements Resource {}
}
