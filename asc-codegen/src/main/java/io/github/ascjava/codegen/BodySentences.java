package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the setters of a request body. */
final class BodySentences {

    private final Body body;
    private final Descriptions descriptions;

    BodySentences(Body body, Descriptions descriptions) {
        this.body = body;
        this.descriptions = descriptions;
    }

    static boolean updates(Body body) {
        return body.schema().endsWith("UpdateRequest");
    }

    static boolean isNullable(BodyMember member) {
        return member.attribute() != null && member.schema().path("nullable").asBoolean();
    }

    /** Describes an attribute; empty if only its name is known. */
    String attribute(BodyMember member) {
        String name = member.jsonName();
        String own = descriptions.sent(body.name().name(), name);
        String known = own == null ? descriptions.sent(DescribedNames.resourceOf(body), name) : own;
        boolean cleared = updates(body) && isNullable(member);
        if (known == null) {
            return cleared ? "Sets {@code " + name + "}; {@code clear} sends null." : "";
        }
        return "Sets {@code " + name + "}: " + known + "." + (cleared ? " {@code clear} sends null." : "");
    }

    /** Describes the expected ID. */
    String toOne(BodyMember member) {
        String one = Names.withArticle(Names.words(Names.singular(member.target())));
        return "Sets the " + words(member) + ": the id of " + one + form(member) + ".";
    }

    static String existing(BodyMember member) {
        return "Sets the " + words(member) + " to an existing one; only its id is sent.";
    }

    static String createsOne(BodyMember member) {
        return "Creates the " + words(member) + " with the same request.";
    }

    /** Describes the expected IDs. */
    String toMany(BodyMember member) {
        return "Adds " + words(member) + ": ids of " + Names.words(member.target()) + form(member) + "; calls add up"
                + (updates(body) ? ", and the update replaces the whole list." : ".");
    }

    static String createsMany(BodyMember member) {
        return "Adds " + words(member) + " that the same request creates; calls add up.";
    }

    /** Adds the document's notes on a member, for any setter. */
    static String complete(BodyMember member, String sentence) {
        boolean deprecated = member.schema().path("deprecated").asBoolean();
        return Stream.of(member.required() ? "Required." : "", sentence, deprecated ? "Deprecated by Apple." : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String words(BodyMember member) {
        return Names.words(member.jsonName());
    }

    /** The format of the IDs of related resources, if it is known. */
    private String form(BodyMember member) {
        String known = member.related() == null
                ? null
                : descriptions.sent(member.related().name(), "id");
        return known == null ? "" : " (" + known + ")";
    }
}
