package io.github.ascjava.testing.internal.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.uploads.UploadBehaviors;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.pki.Authority;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResourceHooksTest {

    /** A hook for a misspelled type would never be called. */
    @Test
    void theDocumentHasEveryTypeThatAHookNames() {
        Set<String> known =
                Catalog.load().operations().stream().map(OperationShape::type).collect(Collectors.toSet());

        assertThat(ResourceHooks.all(
                        Account.SANDBOX,
                        new Authority(Api.START),
                        false,
                        UploadBehaviors.PART_BYTES,
                        Clock.systemUTC()))
                .allSatisfy(hook -> assertThat(known).as("%s", hook).containsAll(hook.types()));
    }
}
