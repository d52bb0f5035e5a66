package io.github.ascjava.client.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ascjava.client.jsonapi.Included;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import io.github.ascjava.client.jsonapi.JsonApiModule;
import io.github.ascjava.client.jsonapi.Links;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceBody;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.jsonapi.UnknownFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages of the library and the arrows between them, as in ARCHITECTURE.md, read from the class files. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ascjava.client";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package may use itself, asc-auth, and the packages to the right of the arrow. */
    @ParameterizedTest
    @CsvSource({
        "jsonapi, ''",
        "call, jsonapi",
        "error, call jsonapi",
        "model, jsonapi",
        "api, call jsonapi model",
        "internal, call error jsonapi",
        "retrofit, internal call jsonapi",
    })
    void aRoomKnowsOnlyTheRoomsBelowIt(String room, String below) {
        String[] known = Stream.concat(
                        Stream.of(ROOT + "." + room + ".."),
                        Stream.of(below.split(" "))
                                .filter(each -> !each.isEmpty())
                                .map(each -> ROOT + "." + each + ".."))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.<JavaClass>not(JavaClass.Predicates.resideInAPackage(ROOT + ".."))
                                .or(JavaClass.Predicates.resideInAnyPackage(known))
                                .as("are in %s", List.of(known)))
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(inModel(), inModel())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> inModel() {
        return JavaClass.Predicates.resideInAPackage(ROOT + ".model..");
    }

    @Test
    void classesOfCallsFormNoCircle() {
        Set<JavaClass> internal = Set.copyOf(CLASSES.stream()
                .filter(each -> each.getPackageName().equals(ROOT + ".internal"))
                .toList());
        assertThat(internal)
                .filteredOn(each -> List.of("CallExecutor", "CallExecution", "AsyncCallExecution", "CallContext")
                        .contains(each.getSimpleName()))
                .hasSize(4)
                .allSatisfy(each -> assertThat(reachable(each, internal)).doesNotContain(each));
    }

    private static Set<JavaClass> reachable(JavaClass start, Set<JavaClass> within) {
        Set<JavaClass> reached = new java.util.HashSet<>();
        java.util.Deque<JavaClass> open = new java.util.ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            open.remove().getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> within.contains(target) && !isNestedIn(target, start) && reached.add(target))
                    .forEach(open::add);
        }
        return reached;
    }

    private static boolean isNestedIn(JavaClass nested, JavaClass outer) {
        return nested.getName().startsWith(outer.getName() + "$");
    }

    @Test
    void valuesOfDocumentsDoNotKnowTheirReaders() {
        Set<String> readers = Set.of(
                "Document",
                "DocumentReader",
                "DocumentSource",
                "IncludedResources",
                "JsonReader",
                "PagingReader",
                "PlainValues",
                "RelationshipsReader",
                "ResourceReader",
                "ResourceScanner",
                "BodyReader",
                "Json");
        for (Class<?> value : List.of(
                Included.class,
                Links.class,
                OpenEnum.class,
                Page.class,
                Resource.class,
                ResourceBody.class,
                ResourceIdentifier.class,
                ToMany.class,
                ToOne.class,
                UnknownFields.class,
                InvalidDocumentException.class)) {
            assertThat(CLASSES.get(value).getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getSimpleName()))
                    .as(value.getSimpleName())
                    .doesNotContainAnyElementsOf(readers);
        }
    }

    @Test
    void noPublicSignatureNamesAnInternalType() {
        assertThat(publicSignatures()
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().startsWith(ROOT + ".internal")
                                        || (type.getPackageName().startsWith("io.github.ascjava")
                                                && !type.getModifiers().contains(JavaModifier.PUBLIC)))))
                .isEmpty();
    }

    @Test
    void noJacksonTypeIsInAPublicSignatureButTheFactoriesAndTheModules() {
        assertThat(publicSignatures()
                        .filter(signature ->
                                !signature.member().getOwner().getPackageName().equals(ROOT + ".retrofit"))
                        .filter(signature -> !signature.member().getOwner().isEquivalentTo(JsonApiModule.class))
                        .filter(signature -> signature.types().stream()
                                .anyMatch(type -> type.getPackageName().startsWith("com.fasterxml.jackson"))))
                .isEmpty();
    }

    private static Stream<Signature> publicSignatures() {
        return CLASSES.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(each -> !each.getPackageName().startsWith(ROOT + ".internal"))
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
                    : Stream.of(((com.tngtech.archunit.core.domain.JavaField) member).getType());
            return new Signature(
                    member,
                    Set.copyOf(types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .toList()));
        }

        @Override
        public String toString() {
            return member.getFullName();
        }
    }
}
