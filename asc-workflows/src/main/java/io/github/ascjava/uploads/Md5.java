package io.github.ascjava.uploads;

import io.github.ascjava.client.model.common.ChecksumAlgorithm;
import io.github.ascjava.client.model.common.Checksums;
import io.github.ascjava.client.model.common.ChecksumsFile;

/** The checksum of a file, as newer resources take it. */
final class Md5 {

    private Md5() {}

    /** Returns the checksum of the whole file; the service rejects SHA-256 (docs/live-service.md#build-files-reject-sha-256). */
    static Checksums checksums(String md5) {
        ChecksumsFile file = ChecksumsFile.builder()
                .hash(md5)
                .algorithm(ChecksumAlgorithm.MD5)
                .build();
        return Checksums.builder().file(file).build();
    }
}
