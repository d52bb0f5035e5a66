package com.example.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.testing.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ParametersTest {

    @Test
    void getSandboxAndClient(Sandbox sandbox, AppStoreConnect asc) {
        assertEquals(sandbox.baseUrl(), asc.auth().baseUrl().toString());
    }
}
