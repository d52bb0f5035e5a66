package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reports what a new document changes for users, by comparing the {@link Listings} before and after. */
final class ChangeReport {

    private static final String HEADING = "App Store Connect API ";

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<String> breaking = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();

    private ChangeReport(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the report; the arguments are contents of listings by name. A listing without a previous version is not
     * compared.
     */
    static List<String> of(Map<String, String> before, Map<String, String> after) {
        if (before.isEmpty()) {
            return List.of("There is no earlier run to compare with.");
        }
        return new ChangeReport(before, after).lines();
    }

    private List<String> lines() {
        compare("Operations", Listings.OPERATIONS, this::operations);
        compare("What methods take and return", Listings.SIGNATURES, this::members);
        compare("Resources, and objects in them", Listings.RESOURCES, this::members);
        compare("Bodies and queries", Listings.MEMBERS, this::members);
        compare("Values", Listings.VALUES, this::values);
        compare("Deprecated", Listings.DEPRECATED, ChangeReport::names);
        List<String> lines = new ArrayList<>();
        lines.add("Changes from version " + version(before) + " to " + version(after) + ":");
        if (sections.isEmpty()) {
            lines.add("None.");
        }
        section(lines, "User code that no longer compiles", breaking);
        section(lines, "User code that fails when it builds a request", failing);
        lines.addAll(sections);
        return lines;
    }

    private static String version(Map<String, String> listings) {
        String heading = listings.getOrDefault(Listings.OPERATIONS, "")
                .lines()
                .findFirst()
                .orElse("");
        return heading.startsWith(HEADING) ? heading.substring(HEADING.length()) : "unknown";
    }

    /** Finds the changes between two listings. */
    private interface Comparison {
        List<String> changes(Listing old, Listing now);
    }

    private void compare(String title, String listing, Comparison comparison) {
        String old = before.get(listing);
        if (old != null) {
            Listing now = Listing.of(after.getOrDefault(listing, ""));
            section(sections, title, comparison.changes(Listing.of(old), now));
        }
    }

    private static void section(List<String> lines, String title, List<String> contents) {
        if (!contents.isEmpty()) {
            lines.add("");
            lines.add(title + " (" + contents.size() + "):");
            contents.forEach(each -> lines.add("  " + each));
        }
    }

    private List<String> operations(Listing old, Listing now) {
        List<String> changes = new ArrayList<>();
        for (String operation : union(old.names(), now.names())) {
            Set<String> went = minus(old.get(operation), now.get(operation));
            Set<String> came = minus(now.get(operation), old.get(operation));
            went.forEach(method -> changes.add("- " + operation + " -> " + method));
            came.forEach(method -> changes.add("+ " + operation + " -> " + method));
            String instead = now.get(operation).isEmpty() ? " was removed" : " is now " + String.join(" and ", came);
            went.forEach(method -> breaking.add(method + instead + ": " + operation));
        }
        return changes;
    }

    private List<String> members(Listing old, Listing now) {
        Map<String, Map<String, String>> oldMembers = old.members();
        Map<String, Map<String, String>> newMembers = now.members();
        List<String> changes = new ArrayList<>();
        for (String owner : union(oldMembers.keySet(), newMembers.keySet())) {
            Map<String, String> was = oldMembers.getOrDefault(owner, Map.of());
            Map<String, String> is = newMembers.getOrDefault(owner, Map.of());
            if (was.isEmpty()) {
                changes.add("+ " + owner + ": " + String.join(", ", is.keySet()));
            } else if (is.isEmpty()) {
                changes.add("- " + owner + ": " + String.join(", ", was.keySet()));
                breaking.add(owner + " was removed");
            } else {
                union(was.keySet(), is.keySet())
                        .forEach(name -> member(owner + "." + name, was.get(name), is.get(name), changes));
            }
        }
        return changes;
    }

    private void member(String name, @Nullable String old, @Nullable String now, List<String> changes) {
        MemberType was = old == null ? null : MemberType.of(old);
        MemberType is = now == null ? null : MemberType.of(now);
        if (is == null) {
            changes.add("- " + name + " " + was);
            breaking.add(name + " was removed");
            return;
        }
        if (was == null) {
            changes.add("+ " + name + " " + is);
        } else if (!was.equals(is)) {
            changes.add("~ " + name + " " + was + " -> " + is);
            if (!is.takes(was)) {
                breaking.add(name + " was " + was + " and is " + is);
            }
        }
        if (is.required() && (was == null || !was.required())) {
            failing.add(name + " is now required");
        }
    }

    private List<String> values(Listing old, Listing now) {
        List<String> changes = new ArrayList<>();
        for (String type : union(old.names(), now.names())) {
            if (!now.names().contains(type)) {
                changes.add("- " + type + ": " + String.join(" ", old.words(type)));
                breaking.add(type + " was removed");
            } else if (!old.names().contains(type)) {
                changes.add("+ " + type + ": " + String.join(" ", now.words(type)));
            } else {
                Set<String> went = minus(old.words(type), now.words(type));
                went.forEach(value -> changes.add("- " + type + "." + value));
                went.forEach(value -> breaking.add(type + "." + value + " was removed"));
                minus(now.words(type), old.words(type)).forEach(value -> changes.add("+ " + type + "." + value));
            }
        }
        return changes;
    }

    private static List<String> names(Listing old, Listing now) {
        List<String> changes = new ArrayList<>();
        minus(now.names(), old.names()).forEach(each -> changes.add("+ " + each));
        minus(old.names(), now.names()).forEach(each -> changes.add("- " + each));
        return changes;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
