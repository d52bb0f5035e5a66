package io.github.ascjava.uploads;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.appstore.AppAssetLibraryAssetState;
import io.github.ascjava.client.model.appstore.AppMediaAssetState;
import io.github.ascjava.client.model.appstore.AppMediaStateError;
import io.github.ascjava.client.model.appstore.AppMediaVideoState;
import io.github.ascjava.client.model.common.DeliveryFileUploadOperation;
import io.github.ascjava.client.model.common.StateDetail;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.client.model.purchases.PurchaseImageState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a resource says about its file, whichever of their attributes it has for it.
 *
 * @param operations how to send the parts; empty if there is nothing to send
 * @param stage how far Apple is with the file
 * @param state Apple's word for it, for messages
 */
record FileStatus(
        List<PartOperation> operations,
        Stage stage,
        String state,
        List<UploadProblem> errors,
        List<UploadProblem> warnings) {

    private static final String AWAITING_UPLOAD = "AWAITING_UPLOAD";
    private static final String COMPLETE = "COMPLETE";
    private static final String FAILED = "FAILED";

    /** What to do with a file. */
    enum Stage {
        /** Send its parts, and commit. */
        AWAITING,
        /** Wait. */
        PROCESSING,
        /** Nothing: it is accepted. */
        COMPLETE,
        /** Nothing: it is rejected. */
        FAILED
    }

    static FileStatus of(@Nullable List<UploadOperation> operations, @Nullable AppMediaAssetState asset) {
        return ofParts(PartOperation.all(operations), asset);
    }

    static FileStatus ofDelivery(
            @Nullable List<DeliveryFileUploadOperation> operations, @Nullable AppMediaAssetState asset) {
        return ofParts(PartOperation.allOfDelivery(operations), asset);
    }

    /** Returns whether Apple has the whole file and has not rejected it. */
    boolean isReceived() {
        return stage == Stage.PROCESSING || stage == Stage.COMPLETE;
    }

    /** The file of a video is received, and the video itself converted afterwards. */
    static FileStatus of(
            @Nullable List<UploadOperation> operations,
            @Nullable AppMediaAssetState asset,
            @Nullable AppMediaVideoState video) {
        FileStatus file = of(operations, asset);
        if (video == null || file.stage == Stage.FAILED) {
            return file;
        }
        FileStatus converted = new FileStatus(
                file.operations,
                stage(video.state(), COMPLETE),
                text(video.state()),
                problems(video.errors()),
                problems(video.warnings()));
        // The video waits for an upload until its file is received.
        return converted.stage == Stage.AWAITING && file.stage != Stage.AWAITING
                ? new FileStatus(file.operations, Stage.PROCESSING, file.state, file.errors, file.warnings)
                : converted;
    }

    /** Images of purchases continue with their review once they are accepted. */
    static FileStatus of(@Nullable List<UploadOperation> operations, @Nullable PurchaseImageState state) {
        boolean isReviewed = state != null
                && !PurchaseImageState.UPLOAD_COMPLETE.equals(state)
                && stage(state, COMPLETE) == Stage.PROCESSING;
        Stage stage = isReviewed ? Stage.COMPLETE : stage(state, COMPLETE);
        return new FileStatus(PartOperation.all(operations), stage, text(state), List.of(), List.of());
    }

    /** Files of an App Asset Library are ready when they can be submitted, which is after {@code COMPLETE}. */
    static FileStatus of(
            @Nullable List<UploadOperation> operations,
            @Nullable AppAssetLibraryAssetState state,
            @Nullable List<StateDetail> details) {
        boolean isProcessed = state != null
                && !AppAssetLibraryAssetState.UPLOAD_COMPLETE.equals(state)
                && !AppAssetLibraryAssetState.COMPLETE.equals(state)
                && stage(state, COMPLETE) == Stage.PROCESSING;
        Stage stage = isProcessed ? Stage.COMPLETE : stage(state, "");
        List<UploadProblem> problems = details == null
                ? List.of()
                : details.stream()
                        .map(detail -> UploadAdvice.problem(detail.code(), detail.description()))
                        .toList();
        return new FileStatus(
                PartOperation.all(operations),
                stage,
                text(state),
                stage == Stage.FAILED ? problems : List.of(),
                stage == Stage.FAILED ? List.of() : problems);
    }

    private static FileStatus ofParts(List<PartOperation> operations, @Nullable AppMediaAssetState asset) {
        OpenEnum state = asset == null ? null : asset.state();
        return new FileStatus(
                operations,
                stage(state, COMPLETE),
                text(state),
                asset == null ? List.of() : problems(asset.errors()),
                asset == null ? List.of() : problems(asset.warnings()));
    }

    /** A state that is not known is one on the way to the end, as long as Apple does not say that it failed. */
    private static Stage stage(@Nullable OpenEnum state, String complete) {
        String value = text(state);
        if (value.equals(complete)) {
            return Stage.COMPLETE;
        }
        return switch (value) {
            case AWAITING_UPLOAD -> Stage.AWAITING;
            case FAILED -> Stage.FAILED;
            default -> Stage.PROCESSING;
        };
    }

    private static String text(@Nullable OpenEnum state) {
        return state == null ? "unknown" : state.value();
    }

    private static List<UploadProblem> problems(@Nullable List<AppMediaStateError> errors) {
        return Stream.ofNullable(errors)
                .flatMap(List::stream)
                .map(error -> UploadAdvice.problem(error.code(), error.description()))
                .toList();
    }
}
