package io.github.ascjava.uploads;

import org.jspecify.annotations.Nullable;

/** Tells a listener of the upload of a build, which is not complete when its file is. */
final class BuildListener implements UploadListener {

    private final UploadListener listener;
    private volatile @Nullable UploadProgress last;

    BuildListener(UploadListener listener) {
        this.listener = listener;
    }

    @Override
    public void onProgress(UploadProgress progress) {
        last = progress;
        listener.onProgress(progress.stage() == UploadStage.COMPLETE ? at(progress, UploadStage.PROCESSING) : progress);
    }

    @Override
    public void onNotice(String fileName, String notice) {
        listener.onNotice(fileName, notice);
    }

    @Override
    public void onWarning(String fileName, UploadProblem warning) {
        listener.onWarning(fileName, warning);
    }

    void complete() {
        UploadProgress progress = last;
        if (progress != null) {
            listener.onProgress(at(progress, UploadStage.COMPLETE));
        }
    }

    private static UploadProgress at(UploadProgress progress, UploadStage stage) {
        return new UploadProgress(
                progress.fileName(),
                stage,
                progress.bytesSent(),
                progress.bytesTotal(),
                progress.partsDone(),
                progress.parts(),
                progress.bytesPerSecond());
    }
}
