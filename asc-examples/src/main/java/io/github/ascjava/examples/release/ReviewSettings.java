package io.github.ascjava.examples.release;

import io.github.ascjava.client.model.appstore.AppStoreReviewDetailUpdate;
import io.github.ascjava.release.VersionOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what the reviewers get. */
final class ReviewSettings {

    @Option(names = "--contact-first-name", paramLabel = "NAME", description = "First name of the contact.")
    private @Nullable String firstName;

    @Option(names = "--contact-last-name", paramLabel = "NAME", description = "Last name of the contact.")
    private @Nullable String lastName;

    @Option(names = "--contact-phone", paramLabel = "NUMBER", description = "Phone number of the contact.")
    private @Nullable String phone;

    @Option(names = "--contact-email", paramLabel = "ADDRESS", description = "Email address of the contact.")
    private @Nullable String email;

    @Option(names = "--demo-account", paramLabel = "NAME", description = "Name of a demo account.")
    private @Nullable String demoAccount;

    @Option(
            names = "--demo-password",
            paramLabel = "PASSWORD",
            description = "Its password, best as @env:NAME or @file:PATH; never printed.")
    private @Nullable String demoPassword;

    @Option(
            names = "--demo-required",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the reviewers have to sign in.")
    private @Nullable Boolean demoRequired;

    @Option(names = "--notes", paramLabel = "TEXT", description = "Notes for the reviewers.")
    private @Nullable String notes;

    @Option(
            names = "--attachment",
            paramLabel = "FILE",
            description = "A file for the reviewers; one of the same name with other content is replaced.")
    private List<Path> attachments = new ArrayList<>();

    void apply(VersionOptions.Builder options) {
        options.reviewDetails(b -> {
            set(firstName, b::contactFirstName);
            set(lastName, b::contactLastName);
            set(phone, b::contactPhone);
            set(email, b::contactEmail);
            set(demoAccount, b::demoAccountName);
            set(demoPassword, b::demoAccountPassword);
            set(notes, b::notes);
            required(b);
        });
        attachments.forEach(options::reviewAttachment);
    }

    private void required(AppStoreReviewDetailUpdate.Builder details) {
        if (demoRequired != null) {
            details.demoAccountRequired(demoRequired);
        }
    }

    private static void set(@Nullable String value, Consumer<String> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
