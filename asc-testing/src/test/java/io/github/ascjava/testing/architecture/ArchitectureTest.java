package io.github.ascjava.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages of the sandbox and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ascjava.testing";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package may use itself, classes outside the sandbox, and the packages to the right of the arrow. */
    @ParameterizedTest
    @CsvSource({
        "http, ''",
        "catalog, ''",
        "pki, ''",
        "server, http",
        "engine, http catalog",
        "behavior, engine http catalog pki",
        "fixtures, behavior engine http catalog pki",
    })
    void aRoomKnowsOnlyTheRoomsBelowIt(String room, String below) {
        String[] known = Stream.concat(Stream.of(room), Stream.of(below.split(" ")))
                .filter(each -> !each.isEmpty())
                .map(each -> INTERNAL + each + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(INTERNAL + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.<JavaClass>not(JavaClass.Predicates.resideInAPackage(ROOT + ".."))
                                .or(JavaClass.Predicates.resideInAnyPackage(known))
                                .as("are in %s", List.of(known)))
                .check(CLASSES);
    }

    /** A new package needs a row above. */
    @Test
    void thereAreNoOtherPackages() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(INTERNAL.length()).replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("http", "catalog", "pki", "server", "engine", "behavior", "fixtures");
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** The public package is the root of the map: no other package uses it. */
    @Test
    void packagesFormNoCircleWithThePublicOne() {
        assertThat(CLASSES.stream()
                        .filter(each -> !each.getPackageName().equals(ROOT))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()
                                .equals(ROOT)))
                .isEmpty();
    }

    /** Inherited members are ignored: only declared members are the library's own. */
    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().startsWith(INTERNAL)
                                        || (type.getPackageName().equals(ROOT)
                                                && !type.getModifiers().contains(JavaModifier.PUBLIC)))))
                .isEmpty();
    }

    @Test
    void noPublicSignatureNamesATypeOfJackson() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().startsWith("com.fasterxml.jackson")
                                        || type.getPackageName().startsWith("tools.jackson"))))
                .isEmpty();
    }

    private static Stream<Signature> publicSignatures() {
        return CLASSES.stream()
                .filter(each -> each.getPackageName().equals(ROOT))
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(each -> each.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(Signature::of);
    }

    private record Signature(JavaMember member, Set<JavaClass> types) {

        static Signature of(JavaMember member) {
            Stream<JavaType> types = member instanceof JavaCodeUnit unit
                    ? Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                    : Stream.of(((JavaField) member).getType());
            return new Signature(
                    member,
                    types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public String toString() {
            return member.getFullName();
        }
    }
}
