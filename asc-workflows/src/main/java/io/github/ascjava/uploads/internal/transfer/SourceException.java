package io.github.ascjava.uploads.internal.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file, not the network, failed. OkHttp passes it on from within a request body. */
final class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final TransferException.Kind kind;

    SourceException(TransferException.Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    TransferException asTransferException() {
        return new TransferException(kind, String.valueOf(getMessage()), this);
    }
}
