package io.github.ascjava.workflows.architecture;

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

/** The packages of asc-workflows and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ascjava.";
    private static final String SHARED = ROOT + "workflows.internal";
    private static final String RELEASE = ROOT + "release";
    private static final String REPORTS = ROOT + "reports";
    private static final String UPLOADS = ROOT + "uploads";
    private static final String WEBHOOKS = ROOT + "webhooks";

    /** The public packages. */
    private static final Set<String> PUBLIC = Set.of(RELEASE, REPORTS, UPLOADS, WEBHOOKS);

    /**
     * The internal packages, and which packages of this module each of them knows. They know neither public packages nor
     * operations and resources of the client.
     */
    private static final Map<String, Set<String>> INTERNAL = Map.of(
            SHARED,
            Set.of(),
            RELEASE + ".internal.metadata",
            Set.of(SHARED),
            REPORTS + ".internal",
            Set.of(SHARED),
            UPLOADS + ".internal.folder",
            Set.of(),
            UPLOADS + ".internal.packages",
            Set.of(),
            UPLOADS + ".internal.state",
            Set.of(SHARED),
            UPLOADS + ".internal.transfer",
            Set.of(),
            WEBHOOKS + ".internal",
            Set.of(),
            RELEASE + ".internal",
            Set.of(SHARED));

    /** Public packages that know others: releases upload files, and events of webhooks end their waits. */
    private static final Map<String, Set<String>> KNOWN = Map.of(RELEASE, Set.of(UPLOADS, WEBHOOKS));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    Stream.concat(PUBLIC.stream(), INTERNAL.keySet().stream()).toList());

    /** A new package needs a row in ARCHITECTURE.md, and an entry here. */
    @Test
    void thereAreNoOtherPackages() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .hasSameElementsAs(Stream.concat(PUBLIC.stream(), INTERNAL.keySet().stream())
                        .toList());
    }

    @Test
    void internalPackagesKnowOnlyWhatIsListed() {
        INTERNAL.forEach((name, known) -> noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(PUBLIC.toArray(String[]::new))
                        .or(resideInAnyPackage(INTERNAL.keySet().stream()
                                .filter(other -> !other.equals(name) && !known.contains(other))
                                .toArray(String[]::new)))
                        .or(resideInAnyPackage(
                                "io.github.ascjava.client",
                                "io.github.ascjava.client.api..",
                                "io.github.ascjava.client.model..")))
                .check(CLASSES));
    }

    /** Public packages know each other only as listed, and never each other's internals. */
    @Test
    void workflowsDoNotKnowEachOther() {
        PUBLIC.forEach(name -> noClasses()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(PUBLIC.stream()
                        .filter(other -> !other.equals(name))
                        .flatMap(other -> KNOWN.getOrDefault(name, Set.of()).contains(other)
                                ? Stream.of(other + ".internal..")
                                : Stream.of(other + ".."))
                        .toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(CLASSES));
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
    void onlyLibrariesOfTheClientAndDdPlistAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.ascjava..",
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "javax.xml.stream..",
                        "okhttp3..",
                        "okio..",
                        "org.jspecify..",
                        "com.dd.plist..",
                        "com.fasterxml.jackson.core..",
                        "com.sun.net.httpserver..")
                .check(CLASSES);
    }

    /** Each library that few packages need is used there only. */
    @Test
    void onlyInternalsOfWebhooksAndMetadataUseJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(WEBHOOKS + ".internal", RELEASE + ".internal.metadata")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    /** The module jdk.httpserver may be missing in a custom runtime image, which then lacks this class only. */
    @Test
    void onlyTheHandlerUsesTheServerOfTheJdk() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(WEBHOOKS + ".WebhookHandler")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.net.httpserver..")
                .check(CLASSES);
    }

    @Test
    void noPublicSignatureNamesATypeThatIsNotPublic() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> INTERNAL.containsKey(type.getPackageName())
                                        || (PUBLIC.contains(type.getPackageName())
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
                .filter(each -> PUBLIC.contains(each.getPackageName()))
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
