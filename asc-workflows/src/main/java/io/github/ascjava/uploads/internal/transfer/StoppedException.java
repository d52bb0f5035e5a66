package io.github.ascjava.uploads.internal.transfer;

/** Tells a thread of a transfer to end, because the transfer was stopped for a reason that is noted elsewhere. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;
}
