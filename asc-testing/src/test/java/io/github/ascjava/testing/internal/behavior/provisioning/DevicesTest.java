package io.github.ascjava.testing.internal.behavior.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

    private static final String OLD = "5d0d1e9e3e4c8323756ec0038564006dafe15c21";

    private final Api api = new Api();

    @Test
    void areEnabledAndDatedWithoutAColonInTheOffset() {
        JsonNode device = Team.device(api, "Mayas iPhone", "IOS", Team.UDID).path("attributes");

        assertThat(device.path("status").asText()).isEqualTo("ENABLED");
        assertThat(device.path("addedDate").asText()).isEqualTo("2026-11-24T18:30:00.000+0000");
        assertThat(device.path("udid").asText()).isEqualTo(Team.UDID);
    }

    @ParameterizedTest
    @CsvSource({
        "Mayas iPhone, IOS, 00008150-001A2B3C4D5E601F, IPHONE, iPhone 17 Pro",
        "Mayas iPhone, IOS, 5d0d1e9e3e4c8323756ec0038564006dafe15c21, IPHONE, iPhone X",
        "iPad der Werkstatt, IOS, 00008150001A2B3C4D5E601F, IPAD, iPad Air 11-inch (M3)",
        "Apple TV, IOS, 5d0d1e9e3e4c8323756ec0038564006dafe15c21, APPLE_TV, Apple TV HD",
        "Watch, IOS, 00008150-001A2B3C4D5E601F, APPLE_WATCH, Apple Watch Series 10",
        "Vision Pro, IOS, 00008150-001A2B3C4D5E601F, APPLE_VISION_PRO, Apple Vision Pro",
        "Build machine, MAC_OS, 00008150-001A2B3C4D5E601F, MAC, 'MacBook Pro (14-inch, Nov 2023)'",
        "Old iPad stand, MAC_OS, 12345678-ABCD-1234-ABCD-123456789012, MAC, null",
    })
    void haveAClassAndAModel(String name, String platform, String udid, String deviceClass, String model) {
        JsonNode device = Team.device(api, name, platform, udid).path("attributes");

        assertThat(device.path("deviceClass").asText()).isEqualTo(deviceClass);
        assertThat(device.path("model").asText()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00008150-001A2B3C4D5E601F", "00008150-001a2b3c4d5e601f", "00008150001A2B3C4D5E601F"})
    void areRegisteredOnceHoweverTheirUdidIsWritten(String again) {
        Team.device(api, "Mayas iPhone", "IOS", Team.UDID);

        assertThat(Api.refusal(() -> Team.device(api, "Another name", "IOS", again)))
                .startsWith("409")
                .contains("\"ENTITY_ERROR\"", "A device with number '" + again + "' already exists on this team.");
    }

    @ParameterizedTest
    @CsvSource({
        "IOS, xxx",
        "IOS, 5d0d1e9e3e4c8323756ec0038564006dafe15c2",
        "IOS, 5d0d1e9e3e4c8323756ec0038564006dafe15c2g",
        "IOS, 12345678-ABCD-1234-ABCD-123456789012",
        "MAC_OS, 5d0d1e9e3e4c8323756ec0038564006dafe15c21",
    })
    void areRejectedIfTheirUdidDoesNotFitTheirPlatform(String platform, String udid) {
        assertThat(Api.refusal(() -> Team.device(api, "Device", platform, udid)))
                .startsWith("409")
                .contains("An invalid value '" + udid + "' was provided for the parameter 'udid'.");
    }

    @Test
    void areAHundredOfAClassEvenIfSomeAreDisabled() {
        String last = "";
        for (int i = 0; i < 100; i++) {
            last = Team.id(Team.device(api, "iPhone " + i, "IOS", String.format("00008150-%016X", i)));
        }
        api.patch("/v1/devices/" + last, Body.of("devices").id(last).with("status", "DISABLED"));

        assertThat(Api.refusal(() -> Team.device(api, "One more", "IOS", Team.UDID)))
                .startsWith("403")
                .contains("reached the maximum number of registered iPhone devices.");
        assertThat(Team.device(api, "But an iPad", "IOS", OLD).path("id").asText())
                .matches("[A-Z0-9]{10}");
    }
}
