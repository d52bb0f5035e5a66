package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which members {@code toString} and plain JSON hide, because whoever reads the value gains access to something:
 * by a rule on names and types, and by {@code secrets.txt} where the rule is wrong.
 */
final class Secrets {

    static final String FILE = "secrets.txt";

    private static final String ANY_CLASS = "*.";
    private static final String HIDE = "hide";
    private static final Pattern LINE = Pattern.compile("(hide|show) (\\S+\\.\\S+) = .+ \\[\\S+]");
    /** Applied to names like {@code DEMO_ACCOUNT_PASSWORD}. */
    private static final Pattern SECRET = Pattern.compile(
            "(^|_)(PASSWORD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL)S?(_|$)|(^|_)(API|ACCESS|PRIVATE)_KEYS?$");

    private static final Pattern URL = Pattern.compile("(^|_)UR[LI]S?$");
    private static final Pattern TRANSFER = Pattern.compile("(^|_)(UPLOAD|DOWNLOAD|SIGNED)(_|$)");
    private static final Pattern EXPIRY = Pattern.compile("(^|_)(EXPIRATION|EXPIRES|EXPIRY)(_|$)");
    private static final Pattern HEADER = Pattern.compile("(^|_)HEADER$");
    private static final Set<JavaType> TEXTS = Set.of(JavaType.STRING, JavaType.URI, JavaType.JSON);

    /** By name: {@code hide} or {@code show}. */
    private final Map<String, String> exceptions = new TreeMap<>();

    /** Parses lines such as {@code hide Webhook.url = reason [source]}. */
    Secrets(List<String> lines) {
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "The line '" + line + "' of " + FILE + " is not 'hide|show Class.member = reason [source]'.");
            }
            if (exceptions.put(matcher.group(2), matcher.group(1)) != null) {
                throw new IllegalArgumentException(matcher.group(2) + " is in " + FILE + " twice.");
            }
        }
    }

    static Secrets read() {
        return new Secrets(DataFile.lines(FILE));
    }

    /** Returns those members of a class that are to be hidden, in their order. */
    List<Member> of(JavaType owner, List<Member> members) {
        return members.stream()
                .filter(member -> {
                    String name = exceptionFor(owner, member);
                    return name == null ? isHiddenByRule(owner, member, members) : isHiddenByFile(name);
                })
                .toList();
    }

    /** Sentences about lines of the file that make no difference to any member. */
    List<String> outdated(Model model) {
        Set<String> needed = new HashSet<>();
        for (Resource resource : model.resources()) {
            addNeeded(needed, resource.name(), resource.attributes());
        }
        for (ObjectType object : model.objects()) {
            addNeeded(needed, object.name(), object.members());
        }
        List<String> outdated = new ArrayList<>();
        exceptions.forEach((name, verb) -> {
            if (!needed.contains(name)) {
                outdated.add(
                        "The line '" + verb + " " + name + "' of " + FILE + " no longer changes anything. Remove it.");
            }
        });
        return outdated;
    }

    private void addNeeded(Set<String> needed, JavaType owner, List<Member> members) {
        for (Member member : members) {
            String name = exceptionFor(owner, member);
            if (name != null && isHiddenByFile(name) != isHiddenByRule(owner, member, members)) {
                needed.add(name);
            }
        }
    }

    private @Nullable String exceptionFor(JavaType owner, Member member) {
        String own = owner.name() + "." + member.jsonName();
        String any = ANY_CLASS + member.jsonName();
        return exceptions.containsKey(own) ? own : exceptions.containsKey(any) ? any : null;
    }

    private boolean isHiddenByFile(String name) {
        return HIDE.equals(exceptions.get(name));
    }

    /** A URL is signed if it leads to an upload or a download, or if its object says when it expires. */
    private static boolean isHiddenByRule(JavaType owner, Member member, List<Member> members) {
        if (!TEXTS.contains(member.type().element())) {
            return false;
        }
        String name = Names.constant(member.jsonName());
        String ownerName = Names.constant(owner.name());
        boolean signed = URL.matcher(name).find()
                && (TRANSFER.matcher(ownerName + "_" + name).find()
                        || members.stream()
                                .anyMatch(each -> EXPIRY.matcher(Names.constant(each.jsonName()))
                                        .find()));
        boolean header = name.equals("VALUE") && HEADER.matcher(ownerName).find();
        return signed || header || SECRET.matcher(name).find();
    }
}
