package io.github.ascjava.signing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of asc-signing and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String SIGNING = "io.github.ascjava.signing";
    private static final String INTERNAL = SIGNING + ".internal";
    private static final String STORE = SIGNING + ".store";
    private static final String STORE_INTERNAL = STORE + ".internal";
    private static final String MATCH = SIGNING + ".match";
    private static final String MATCH_INTERNAL = MATCH + ".internal";

    /** All packages, and which others of this module each of them knows. Names that end in ".internal" are not API. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            SIGNING, Set.of(INTERNAL),
            INTERNAL, Set.of(),
            STORE, Set.of(SIGNING, INTERNAL, STORE_INTERNAL),
            STORE_INTERNAL, Set.of(INTERNAL),
            MATCH, Set.of(SIGNING, INTERNAL, MATCH_INTERNAL),
            MATCH_INTERNAL, Set.of(INTERNAL));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SIGNING);

    /** A new package needs a row in ARCHITECTURE.md, and an entry here. */
    @Test
    void thereAreNoOtherPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .hasSameElementsAs(KNOWN.keySet());
    }

    @Test
    void packagesKnowOnlyWhatIsListed() {
        KNOWN.forEach((name, known) -> noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(KNOWN.keySet().stream()
                        .filter(other -> !other.equals(name) && !known.contains(other))
                        .toArray(String[]::new)))
                .check(CLASSES));
    }

    @Test
    void internalPackagesKnowNoOperationsAndNoResources() {
        noClasses()
                .that()
                .resideInAPackage("..internal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.ascjava.client..")
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
    void onlyListedLibrariesAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.ascjava..",
                        "java..",
                        "javax.crypto..",
                        "javax.security.auth..",
                        "javax.xml.parsers..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "com.dd.plist..",
                        "org.bouncycastle..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> isInternal(type.getPackageName())
                                        || (KNOWN.containsKey(type.getPackageName())
                                                && !type.getModifiers().contains(JavaModifier.PUBLIC)))))
                .isEmpty();
    }

    @Test
    void noPublicSignatureNamesATypeOfALibraryThatMayChange() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().startsWith("org.bouncycastle")
                                        || type.getPackageName().startsWith("com.dd.plist"))))
                .isEmpty();
    }

    private static boolean isInternal(String name) {
        return name.startsWith(SIGNING) && name.endsWith(".internal");
    }

    private static Stream<Signature> publicSignatures() {
        return CLASSES.stream()
                .filter(each -> KNOWN.containsKey(each.getPackageName()) && !isInternal(each.getPackageName()))
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
