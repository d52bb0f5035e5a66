package io.github.ascjava.client.deviations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every known deviation of the live service has a test that bears its number, or a reason for having none. */
class DeviationRowsTest {

    private static final List<Class<?>> TESTS = List.of(
            ValueDeviationsTest.class,
            ReadDeviationsTest.class,
            WriteDeviationsTest.class,
            TransportDeviationsTest.class);

    private static final Map<String, String> NOT_TESTED = Map.of(
            "V19", "Empty lists of values stand in the document only; asc-codegen reads them as any text.",
            "H10", "The Notary API is no part of the document; asc-client has no operations of it.");

    private static final Pattern NUMBER = Pattern.compile("([VEH]\\d+): \\S.*");

    @Test
    void everyRowIsTestedOrSaidNotToBe() {
        SortedSet<String> covered = new TreeSet<>(tested());
        covered.addAll(NOT_TESTED.keySet());

        assertThat(covered).containsExactlyInAnyOrderElementsOf(rows());
        assertThat(tested()).doesNotContainAnyElementsOf(NOT_TESTED.keySet());
    }

    @Test
    void everyTestBearsANumber() {
        assertThat(tests()).isNotEmpty().allSatisfy(name -> assertThat(name).matches(NUMBER));
    }

    /** The rows of deviations 8a to 8c: values, endpoints, and errors with headers and links. */
    private static List<String> rows() {
        return Stream.of(numbered("V", 24), numbered("E", 39), numbered("H", 12))
                .flatMap(rows -> rows)
                .toList();
    }

    private static Stream<String> numbered(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> letter + i);
    }

    private static SortedSet<String> tested() {
        SortedSet<String> numbers = new TreeSet<>();
        for (String name : tests()) {
            Matcher matcher = NUMBER.matcher(name);
            if (matcher.matches()) {
                numbers.add(matcher.group(1));
            }
        }
        return numbers;
    }

    private static List<String> tests() {
        return TESTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(method -> {
                    DisplayName name = method.getAnnotation(DisplayName.class);
                    return name == null ? method.getName() : name.value();
                })
                .toList();
    }
}
