package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.internal.KnownNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

    private static final List<String> PLATFORMS = KnownNames.values(Platform.class);

    @Test
    void aNameThatIsKnownIsNoProblem() {
        assertThat(PLATFORMS).containsExactly("IOS", "MAC_OS", "TV_OS", "VISION_OS");
        assertThat(KnownNames.problem("platform", "IOS", PLATFORMS)).isEmpty();
    }

    @Test
    void theNearestNameIsNamed() {
        assertThat(KnownNames.problem("platform", "tv-os", PLATFORMS))
                .hasValue("There is no platform tv-os. Did you mean TV_OS?");
        assertThat(KnownNames.problem("platform", "VISION", PLATFORMS))
                .hasValue("There is no platform VISION. Did you mean VISION_OS?");
    }

    @Test
    void exchangedLettersAndMissingOnesAreOneMistakeEach() {
        assertThat(KnownNames.problem("platform", "ISO", PLATFORMS))
                .hasValue("There is no platform ISO. Did you mean IOS?");
        assertThat(KnownNames.problem("platform", "macos", PLATFORMS))
                .hasValue("There is no platform macos. Did you mean MAC_OS?");
    }

    @Test
    void allNamesAreNamedIfNoneIsNear() {
        assertThat(KnownNames.problem("platform", "ANDROID", PLATFORMS))
                .hasValue("There is no platform ANDROID. Possible are: IOS, MAC_OS, TV_OS, VISION_OS.");
    }
}
