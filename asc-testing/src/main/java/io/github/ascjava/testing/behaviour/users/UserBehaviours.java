package io.github.ascjava.testing.behaviour.users;

import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package. */
public final class UserBehaviours {

    private UserBehaviours() {}

    /** Makes them. */
    public static List<Behaviour> all() {
        return List.of(new Invitations(), new Users(), new VisibleApps());
    }
}
