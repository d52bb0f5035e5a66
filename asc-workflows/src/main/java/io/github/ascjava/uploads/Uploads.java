package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Uploads of builds, and of files: screenshots, previews, images of purchases and of Game Center, and all others that the
 * API takes.
 *
 * <pre>{@code
 * Uploads uploads = Uploads.of(asc);
 * AppScreenshot screenshot = uploads.appStore().screenshot(setId, Path.of("home.png"));
 * System.out.println(screenshot.imageAsset().width());
 * }</pre>
 *
 * <p>An upload reserves the file, sends its parts in parallel to Apple's file hosts, commits it and waits until Apple has
 * checked it. The methods return the finished resource, and throw
 *
 * <ul>
 *   <li>a {@link FileRejectedException} if Apple rejects the file, with Apple's codes and what they mean,
 *   <li>a {@link StillProcessingException} if Apple has not finished in time,
 *   <li>an {@link UploadException} if the file cannot be sent,
 *   <li>an {@link java.io.UncheckedIOException} if the file is missing, is a directory, or cannot be read, before anything is
 *       sent,
 *   <li>an {@link io.github.ascjava.client.error.AscException} if a call of the API fails,
 *   <li>a {@link java.util.concurrent.CancellationException} if the thread is interrupted, which is how an upload is canceled.
 * </ul>
 *
 * <p>If an upload fails before the commit, its reservation is deleted, unless a {@linkplain Builder#stateFolder state folder}
 * keeps it for the next run. Only a reservation whose response was lost stays, because nobody knows its ID.
 *
 * <p>Files of any size take little memory. Thread-safe; to upload many files at a time, use several threads and one instance,
 * which then reads the states of all screenshots of a set with one request. Waits follow clock and sleeper of the client's
 * options.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/uploading-assets-to-app-store-connect">
 *     Uploading Assets to App Store Connect</a>
 * @since 0.1.0
 */
public final class Uploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    private Uploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /** Returns the uploads of a client, which is not closed with them. */
    public static Uploads of(AppStoreConnect asc) {
        return builder(asc).build();
    }

    /** Returns a builder, for other settings. */
    public static Builder builder(AppStoreConnect asc) {
        return new Builder(asc);
    }

    /** Returns the same uploads with another listener, such as one for a single file. */
    public Uploads withListener(UploadListener listener) {
        return new Uploads(asc, uploader.with(Objects.requireNonNull(listener, "listener")));
    }

    /** Returns the uploads for product pages, in-app events and App Review. */
    public AppStoreUploads appStore() {
        return new AppStoreUploads(asc, uploader);
    }

    /**
     * Uploads a build, and returns when Apple has accepted it. Otherwise like {@link #build(Path, BuildOptions)}.
     *
     * @param file an {@code .ipa} or {@code .pkg} file
     */
    public UploadedBuild build(Path file) {
        return build(file, BuildOptions.uploadOnly());
    }

    /**
     * Uploads a build, from any system and without Apple's tools.
     *
     * <p>Before a byte is sent, this checks the package, that the app exists, that its version and build number are well
     * formed and not used yet, and that the app has the groups of testers. If an earlier call has sent a file of the same
     * name and size for this number, its upload is waited for instead.
     *
     * @param file an {@code .ipa} or {@code .pkg} file, as exported for the App Store
     * @throws InvalidPackageException if the file is not a package that App Store Connect takes
     * @throws BuildRejectedException if Apple rejects the build, with Apple's numbers and what they mean; never tried again
     * @throws StillProcessingException if Apple does not finish in time; call again to keep waiting
     * @throws UploadException if the app does not exist, the number is taken, or the file cannot be sent
     */
    public UploadedBuild build(Path file, BuildOptions options) {
        return new BuildRun(asc, uploader, file, options).run();
    }

    /**
     * Makes the checks of {@link #build(Path, BuildOptions)}, and sends nothing.
     *
     * @return what the package says
     * @throws InvalidPackageException if the file is not a package that App Store Connect takes
     * @throws UploadException if the app or a group of testers does not exist, or the number is taken
     */
    public AppPackage checkBuild(Path file, BuildOptions options) {
        return new BuildRun(asc, uploader, file, options).check();
    }

    /** Returns the uploads for App Clips. */
    public AppClipUploads appClips() {
        return new AppClipUploads(asc, uploader);
    }

    /** Returns the uploads for an App Asset Library. */
    public AssetLibraryUploads assetLibrary() {
        return new AssetLibraryUploads(asc, uploader);
    }

    /** Returns the uploads for asset packs that Apple hosts. */
    public BackgroundAssetUploads backgroundAssets() {
        return new BackgroundAssetUploads(asc, uploader);
    }

    /** Returns the uploads for Game Center. */
    public GameCenterUploads gameCenter() {
        return new GameCenterUploads(asc, uploader);
    }

    /** Returns the uploads for in-app purchases and subscriptions. */
    public PurchaseUploads purchases() {
        return new PurchaseUploads(asc, uploader);
    }

    /** Returns what makes the screenshots and previews of a version those of a folder. */
    public AssetSync sync() {
        return new AssetSync(asc, uploader);
    }

    /** Builds {@link Uploads}; not thread-safe. */
    public static final class Builder {

        private static final int PARALLEL_PARTS = 4;
        private static final Duration TIMEOUT = Duration.ofMinutes(30);

        private final AppStoreConnect asc;
        int parallelParts = PARALLEL_PARTS;
        Duration timeout = TIMEOUT;
        UploadListener listener = UploadListener.NONE;

        @Nullable
        Path stateFolder;

        private Builder(AppStoreConnect asc) {
            this.asc = Objects.requireNonNull(asc, "asc");
        }

        /**
         * Sets how many parts of one file are sent at a time; 4 if not set.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder parallelParts(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("parallelParts must be 1 or more, but was " + number + ".");
            }
            parallelParts = number;
            return this;
        }

        /**
         * Keeps the state of unfinished uploads in a folder, so that the same call resumes an upload after a failure or a
         * crash; off if not set, because a library writes nothing to disk unasked.
         *
         * <p>A state file has the resource's ID, path, size, modification time and MD5s of parts of the file, and the numbers
         * of the parts that Apple has. It has no URL and no token, and only its owner can read it. It is deleted when the
         * upload succeeds, or fails in a way that would repeat.
         *
         * @param folder is created if it does not exist; may be shared by several programs of one machine
         */
        public Builder stateFolder(Path folder) {
            stateFolder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Sets how long to wait for Apple to check and convert a file after all of it was sent; 30 minutes if not set.
         *
         * @param duration zero or more
         * @throws IllegalArgumentException if it is negative
         */
        public Builder processingTimeout(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A timeout is zero or more, but was " + duration + ".");
            }
            timeout = duration;
            return this;
        }

        /** Sets the listener that is notified of progress. */
        public Builder listener(UploadListener newListener) {
            listener = Objects.requireNonNull(newListener, "newListener");
            return this;
        }

        /** Builds the uploads. */
        public Uploads build() {
            return new Uploads(asc, Uploader.of(asc, this));
        }
    }
}
