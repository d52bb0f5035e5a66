package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaFileTest {

    private static final JavaType ROOM = new JavaType("com.example.rooms", "Room");
    private static final JavaType DOOR = new JavaType("com.example.rooms", "Door");
    private static final JavaType KEY = new JavaType("com.example.keys", "Key");

    private final JavaFile file = new JavaFile(ROOM);

    @Test
    void typesOfOtherPackagesAreImportedOnce() {
        file.line("class $T {", ROOM)
                .line("$T doors;", JavaType.of(Map.class, KEY.nested("Id"), JavaType.list(DOOR)))
                .line("$T other;", JavaType.list(KEY))
                .line("@$T $T name;", Deprecated.class, String.class)
                .line("}");

        assertThat(SourceFormatter.format(List.of(file), "Header").get("com/example/rooms/Room.java"))
                .isEqualTo("""
                // Header
                package com.example.rooms;

                import com.example.keys.Key;
                import java.util.List;
                import java.util.Map;

                class Room {
                    Map<Key.Id, List<Door>> doors;
                    List<Key> other;

                    @Deprecated
                    String name;
                }
                """);
    }

    @Test
    void nestedTypesOfTheFileItselfStandAlone() {
        assertThat(file.code("$T, $T", ROOM.nested("Size"), DOOR.nested("Size")))
                .isEqualTo("Size, Door.Size");
    }

    @Test
    void literalsAreQuotedAndOtherTextIsNot() {
        assertThat(file.code("$L($S)", "name", "a $ and more")).isEqualTo("name(\"a $ and more\")");
    }

    @Test
    void aTemplateWithoutAPlaceForEachArgumentIsRejected() {
        List<String> arguments = List.of("one", "two");

        assertThatThrownBy(() -> file.code("$L", arguments.toArray())).hasMessage("'$L' has no place for 2 arguments.");
    }

    @Test
    void invalidJavaIsShown() {
        JavaFile good = new JavaFile(DOOR).line("class $T {}", DOOR);
        file.line("class {");

        assertThatThrownBy(() -> SourceFormatter.format(List.of(good, file), "Header"))
                .hasMessageContaining("com/example/rooms/Room.java:\n");
    }
}
