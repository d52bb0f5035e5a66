package io.github.ascjava.testing.internal.behavior.notary;

import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import java.time.Clock;
import java.util.List;

/** The behaviors of this package. */
public final class NotaryBehaviors {

    private NotaryBehaviors() {}

    /**
     * Creates the behaviors for one sandbox.
     *
     * @param clock the clock that the service shows its clients, which dates the signatures of uploads
     */
    public static List<ResourceHook> all(SignedUrls urls, Clock clock) {
        Submissions submissions = new Submissions(urls);
        return List.of(submissions, new Bucket(submissions, new AwsSignature(clock)));
    }
}
