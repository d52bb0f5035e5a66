package io.github.ascjava.notary.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of asc-notary and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String PUBLIC = "io.github.ascjava.notary";
    private static final String INTERNAL = PUBLIC + ".internal";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PUBLIC);

    @Test
    void thereAreNoOtherPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).containsOnly(PUBLIC, INTERNAL);
    }

    @Test
    void theInternalPackageDoesNotKnowThePublicOne() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PUBLIC)
                .check(CLASSES);
    }

    @Test
    void nothingInternalOfTheClientIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.github.ascjava.client.internal..",
                        "io.github.ascjava.reports..",
                        "io.github.ascjava.uploads.internal.state..",
                        "io.github.ascjava.uploads.internal.packages.."))
                .check(CLASSES);
    }

    /** Amazon's signer is for tests only. */
    @Test
    void onlyLibrariesOfTheClientAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.ascjava..",
                        "java..",
                        "okhttp3..",
                        "okio..",
                        "retrofit2..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(CLASSES.stream()
                        .filter(each -> each.getPackageName().equals(PUBLIC))
                        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(each -> each.getCodeUnits().stream())
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(unit -> types(unit).anyMatch(ArchitectureTest::isHidden)))
                .isEmpty();
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType);
    }

    private static boolean isHidden(JavaClass type) {
        String name = type.getPackageName();
        boolean isInternal = name.startsWith("io.github.ascjava") && name.contains(".internal");
        boolean isPackagePrivate = name.equals(PUBLIC) && !type.getModifiers().contains(JavaModifier.PUBLIC);
        return isInternal || isPackagePrivate || name.startsWith("com.fasterxml");
    }
}
