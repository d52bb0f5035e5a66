package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.TextDigest;

/** The hash of a plan: of the requests, of the differences that stay, and of all texts that there were. */
final class PlanHash {

    private PlanHash() {}

    static String of(LiveMetadata live, MetadataComparison comparison) {
        TextDigest digest = new TextDigest();
        digest.add("1", live.appId(), live.version().id(), live.appInfo().id());
        for (MetadataPart part : MetadataPart.values()) {
            live.of(part).forEach((locale, localization) -> {
                digest.add("live", part.name(), locale, localization.id());
                localization.texts().forEach((field, text) -> digest.add(field.key(), text));
            });
        }
        for (MetadataWrite write : comparison.writes()) {
            digest.add("write", write.action().name(), write.part().name(), write.locale(), write.id());
            write.values().forEach((key, value) -> digest.add(key, value));
        }
        for (MetadataDifference difference : comparison.differences()) {
            if (!difference.isPushed()) {
                digest.add(
                        "other",
                        difference.kind().name(),
                        difference.locale(),
                        difference.key(),
                        difference.fileValue());
            }
        }
        return digest.hex();
    }
}
