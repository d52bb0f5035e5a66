package io.github.ascjava.testing.seed;

import org.jspecify.annotations.Nullable;

/** Whom Apple's reviewers of versions and of betas ask, which the team tells them the same. */
final class ReviewContact {

    private ReviewContact() {}

    /** Names and values in turn, as a {@link Planter} takes them. */
    static @Nullable Object[] attributes() {
        return new @Nullable Object[] {
            "contactFirstName",
            "Maya",
            "contactLastName",
            "Okafor",
            "contactPhone",
            "+1 555 0100",
            "contactEmail",
            "review@example.com",
            "demoAccountName",
            null,
            "demoAccountPassword",
            null,
            "demoAccountRequired",
            false,
            "notes",
            null
        };
    }
}
