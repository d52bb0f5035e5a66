package io.github.ascjava.uploads.internal.packages;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when a file is not a package that can be uploaded, as opposed to a failure of the disk. */
public final class UnreadablePackageException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception; the problem continues a sentence that begins with the name of the file. */
    UnreadablePackageException(String problem) {
        this(problem, null);
    }

    UnreadablePackageException(String problem, @Nullable Throwable cause) {
        super(Names.printable(problem), cause);
    }
}
