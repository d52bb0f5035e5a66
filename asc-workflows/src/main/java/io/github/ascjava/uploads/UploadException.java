package io.github.ascjava.uploads;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a file cannot be uploaded, for a reason that is not the response to a single call of the API.
 *
 * <p>The message is one sentence or two that name the file, the cause and the next step. It holds no URL of Apple's file
 * hosts. Responses with an error status are {@link io.github.ascjava.client.error.ApiException}s instead.
 *
 * @since 0.1.0
 */
public class UploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String resourceId;
    private final boolean resumable;

    UploadException(String message, @Nullable String resourceId, boolean resumable, @Nullable Throwable cause) {
        super(message, cause);
        this.resourceId = resourceId;
        this.resumable = resumable;
    }

    /** Returns the ID of the resource that was reserved for the file, or null if there is none, or none any longer. */
    public final @Nullable String resourceId() {
        return resourceId;
    }

    /**
     * Returns whether the same call resumes the upload instead of starting anew: the file's state is kept in the {@linkplain
     * Uploads.Builder#stateFolder state folder}.
     */
    public final boolean isResumable() {
        return resumable;
    }
}
