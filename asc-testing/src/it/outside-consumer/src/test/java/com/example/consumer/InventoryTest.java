package com.example.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.testing.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InventoryTest {

    @RegisterExtension
    static final SandboxExtension team = new SandboxExtension();

    @RegisterExtension
    final SandboxExtension empty = new SandboxExtension(Sandbox.builder().empty());

    @Test
    void namesTheAppsOfATeam() {
        assertFalse(new Inventory(team.client()).appNames().isEmpty());
    }

    @Test
    void namesAnAppOfItsOwn() {
        empty.add(ResourceObject.of("apps", "1").attribute("name", "Demo"));

        assertEquals(List.of("Demo"), new Inventory(empty.client()).appNames());
    }

    @Test
    void seesAnOutageThroughButNotAMissingRole() {
        team.failNext(2, 503);
        new Inventory(team.client()).appNames();
        assertEquals(503, team.requests().get(1).status());

        team.failNext(403);
        assertThrows(ForbiddenException.class, () -> new Inventory(team.client()).appNames());
    }
}
