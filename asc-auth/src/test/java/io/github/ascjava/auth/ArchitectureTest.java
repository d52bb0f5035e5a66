package io.github.ascjava.auth;

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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for the module's public signatures, read from the class files. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.ascjava.auth");

    /** Both can then be replaced without a change for users. */
    @Test
    void noPublicSignatureNamesATypeOfJacksonOrJjwt() {
        assertThat(publicMembers(type -> type.getPackageName().startsWith("com.fasterxml.jackson")
                        || type.getPackageName().startsWith("io.jsonwebtoken")))
                .isEmpty();
    }

    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(publicMembers(type -> type.getPackageName().startsWith("io.github.ascjava")
                        && !type.getModifiers().contains(JavaModifier.PUBLIC)))
                .isEmpty();
    }

    private static Stream<String> publicMembers(Predicate<JavaClass> naming) {
        return CLASSES.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(each -> each.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(member -> types(member)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .anyMatch(naming))
                .map(JavaMember::getFullName);
    }

    private static Stream<JavaType> types(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                : Stream.of(((JavaField) member).getType());
    }
}
