package io.github.ascjava.signing.match;

import io.github.ascjava.signing.SigningAssets;
import io.github.ascjava.signing.SigningException;
import io.github.ascjava.signing.SigningFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What fastlane match had stored.
 *
 * @param identities certificates with their keys, sorted by kind and ID
 * @param profiles sorted by file name
 * @param problems a sentence per file that cannot be used
 * @since 0.1.0
 */
public record MatchContents(List<MatchIdentity> identities, List<MatchProfile> profiles, List<String> problems) {

    /** Makes the lists unmodifiable. */
    public MatchContents {
        identities = List.copyOf(identities);
        profiles = List.copyOf(profiles);
        problems = List.copyOf(problems);
    }

    /**
     * What an import did.
     *
     * @param imported a phrase per certificate or profile that the place now has
     * @param skipped a sentence per certificate or profile that was left out, with the reason
     * @since 0.1.0
     */
    public record Imported(List<String> imported, List<String> skipped) {

        /** Makes the lists unmodifiable. */
        public Imported {
            imported = List.copyOf(imported);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Writes the newest certificate of each type with its key, and the profiles, to a place, where {@code ensure} and the other
     * commands find them. Those that have expired are left out.
     *
     * @param now decides what has expired
     * @throws SigningException if a certificate has a name that tells no type
     * @throws IOException if the place cannot be written
     */
    public Imported importInto(SigningFiles place, Instant now) throws IOException {
        List<String> imported = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        SigningAssets assets = SigningAssets.in(place);
        for (MatchIdentity each : newest(now, skipped).values()) {
            imported.add("the certificate " + each.identity().name() + " in " + assets.importIdentity(each.identity()));
        }
        for (MatchProfile each : profiles) {
            if (each.profile().expirationDate().filter(end -> end.isBefore(now)).isPresent()) {
                skipped.add("The profile " + each.fileName() + " has expired.");
            } else {
                // The wildcard of an identifier is no character for a file on every system.
                String name = each.fileName().replace("*", "wildcard");
                place.write(name, each.content());
                imported.add("the profile " + each.profile().name() + " in " + place.describe(name));
            }
        }
        return new Imported(imported, skipped);
    }

    /** The order of the files says nothing about age, so that the certificates themselves decide. */
    private Map<String, MatchIdentity> newest(Instant now, List<String> skipped) {
        Map<String, MatchIdentity> newest = new TreeMap<>();
        List<MatchIdentity> oldestFirst = identities.stream()
                .sorted(Comparator.comparing(MatchIdentity::expiration))
                .toList();
        for (MatchIdentity each : oldestFirst) {
            if (each.expiration().isBefore(now)) {
                skipped.add(
                        "The certificate " + each.id() + " (" + each.identity().name() + ") has expired.");
                continue;
            }
            String type = SigningAssets.typeOf(each.identity().certificate()).value();
            MatchIdentity older = newest.put(type, each);
            if (older != null) {
                skipped.add("The certificate " + older.id() + " ("
                        + older.identity().name() + ") ends before " + each.id() + ", which is of the same type.");
            }
        }
        return newest;
    }
}
