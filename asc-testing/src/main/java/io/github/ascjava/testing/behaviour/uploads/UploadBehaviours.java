package io.github.ascjava.testing.behaviour.uploads;

import io.github.ascjava.testing.behaviour.common.SignedUrls;
import io.github.ascjava.testing.behaviour.testflight.Builds;
import io.github.ascjava.testing.behaviour.webhooks.Events;
import io.github.ascjava.testing.engine.Behaviour;
import java.util.List;

/** The behaviours of this package. */
public final class UploadBehaviours {

    private UploadBehaviours() {}

    /** Makes them for one sandbox. */
    public static List<Behaviour> all(SignedUrls urls, Events events, Builds builds) {
        BuildUploads buildUploads = new BuildUploads(events, builds);
        Reservations reservations = new Reservations(urls);
        return List.of(reservations, new Assets(reservations, urls, buildUploads::fileComplete), buildUploads);
    }
}
