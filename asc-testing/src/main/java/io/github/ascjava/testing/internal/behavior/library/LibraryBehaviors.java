package io.github.ascjava.testing.internal.behavior.library;

import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class LibraryBehaviors {

    private LibraryBehaviors() {}

    /** Creates the behaviors for one sandbox. */
    public static List<ResourceHook> all() {
        return List.of(new AssetLibraries(), new Placements(), new PlacementOrder());
    }
}
