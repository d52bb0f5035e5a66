package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.behavior.library.Placements;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.util.List;

/** The behaviors of this package. */
public final class UploadBehaviors {

    /** Size of the parts of Apple's service. */
    public static final int PART_BYTES = Reservation.PART_BYTES;

    private UploadBehaviors() {}

    /** Creates the behaviors for one sandbox. */
    public static List<ResourceHook> all(SignedUrls urls, Events events, Builds builds, int partBytes) {
        Scheduler agenda = new Scheduler();
        BuildUploads buildUploads = new BuildUploads(events, builds, agenda);
        Reservations reservations = new Reservations(urls, partBytes);
        Assets assets = new Assets(reservations, urls, (file, time, world) -> {
            buildUploads.fileComplete(file, time, world);
            Placements.fileComplete(file, world);
        });
        return List.of(reservations, assets, buildUploads, agenda);
    }
}
