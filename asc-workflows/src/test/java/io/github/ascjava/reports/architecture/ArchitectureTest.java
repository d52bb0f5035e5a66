package io.github.ascjava.reports.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of asc-workflows and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String REPORTS = "io.github.ascjava.reports";
    private static final String INTERNAL = REPORTS + ".internal";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(REPORTS);

    /** A new package needs a row in ARCHITECTURE.md, and rules here. */
    @Test
    void thereAreNoOtherPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(REPORTS, INTERNAL);
    }

    @Test
    void internalClassesDoNotKnowThePublicPackage() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REPORTS)
                .check(CLASSES);
    }

    @Test
    void internalClassesKnowNoOperationsAndResources() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.ascjava.client",
                        "io.github.ascjava.client.api..",
                        "io.github.ascjava.client.model..")
                .check(CLASSES);
    }

    @Test
    void nothingInternalOfTheClientIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.ascjava.client.internal..", "io.github.ascjava.client.retrofit..")
                .check(CLASSES);
    }

    @Test
    void onlyLibrariesOfTheClientAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.github.ascjava..", "java..", "okhttp3..", "okio..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().equals(INTERNAL)
                                        || (type.getPackageName().equals(REPORTS)
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
                .filter(each -> each.getPackageName().equals(REPORTS))
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
