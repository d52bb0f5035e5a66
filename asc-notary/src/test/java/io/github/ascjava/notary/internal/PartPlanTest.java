package io.github.ascjava.notary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.uploads.internal.transfer.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import okio.ByteString;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartPlanTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 64 * MEBIBYTE, 64 * MEBIBYTE + 1, 1024 * MEBIBYTE, 160_000 * MEBIBYTE + 1, 5L << 40})
    void partsCoverTheFileWithinTheLimitsOfS3(long size) {
        List<Part> parts = PartPlan.of(size, PartPlan.Sizes.STANDARD).parts();
        long end = 0;
        for (Part part : parts) {
            assertThat(part.offset()).isEqualTo(end);
            assertThat(part.length()).isPositive();
            end = part.end();
        }
        assertThat(end).isEqualTo(size);
        assertThat(parts).hasSizeLessThanOrEqualTo(10_000);
        assertThat(parts.size() == 1).isEqualTo(size <= 64 * MEBIBYTE);
        assertThat(parts.subList(0, parts.size() - 1))
                .allSatisfy(part -> assertThat(part.length()).isGreaterThanOrEqualTo(5 * MEBIBYTE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 1024 * 1024, 1024 * 1024 + 1, 3_500_000})
    void hashesAreThoseOfTheFileAndItsParts(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        PartPlan plan = PartPlan.of(size, new PartPlan.Sizes(700_000, 700_000));
        FileHashes hashes = FileHasher.hash(file, plan, done -> {});

        assertThat(hashes.whole()).isEqualTo(ByteString.of(content).sha256().hex());
        assertThat(hashes.parts())
                .isEqualTo(plan.parts().stream()
                        .map(part -> ByteString.of(content, (int) part.offset(), (int) part.length())
                                .sha256()
                                .hex())
                        .toList());
    }
}
