package io.github.ascjava.uploads.internal.packages;

/**
 * An entry of a xar archive.
 *
 * @param offset of the stored bytes, counted from the end of the table of contents
 * @param length of the stored bytes
 * @param encoding a media type, such as {@code application/x-gzip}
 */
record XarEntry(String path, long offset, long length, String encoding) {}
