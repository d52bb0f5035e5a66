package io.github.ascjava.testing.internal.behavior.users;

import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class UserBehaviors {

    private UserBehaviors() {}

    /** Creates the behaviors. */
    public static List<ResourceHook> all() {
        return List.of(new Invitations(), new Users(), new VisibleApps());
    }
}
