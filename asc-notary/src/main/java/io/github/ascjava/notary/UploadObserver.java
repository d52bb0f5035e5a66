package io.github.ascjava.notary;

import io.github.ascjava.notary.internal.StateFile;
import io.github.ascjava.notary.internal.StateFile.State;
import io.github.ascjava.uploads.internal.transfer.SentPart;
import io.github.ascjava.uploads.internal.transfer.TransferObserver;
import io.github.ascjava.uploads.internal.transfer.TransferProgress;
import org.jspecify.annotations.Nullable;

/** Tells a listener and a state file about an upload. Called by one thread. */
final class UploadObserver implements TransferObserver {

    private final SubmissionListener listener;
    private final @Nullable StateFile stateFile;
    private State state;

    UploadObserver(SubmissionListener listener, @Nullable StateFile stateFile, State state) {
        this.listener = listener;
        this.stateFile = stateFile;
        this.state = state;
    }

    @Override
    public void onProgress(TransferProgress progress) {
        listener.onSent(progress.bytesSent(), progress.bytes(), progress.partsDone(), progress.parts());
    }

    @Override
    public void onPartSent(SentPart part) {
        state = state.withPartsDone(state.partsDone() + 1);
        if (stateFile != null) {
            stateFile.write(state);
        }
    }

    State state() {
        return state;
    }
}
