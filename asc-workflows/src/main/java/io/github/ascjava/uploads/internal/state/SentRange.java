package io.github.ascjava.uploads.internal.state;

/**
 * A part that Apple has received, and what its bytes were.
 *
 * @param number the number of the part, from 1
 * @param offset where it begins in the file
 * @param length its size in bytes
 * @param md5 hexadecimal MD5 of its bytes
 */
public record SentRange(int number, long offset, long length, String md5) {}
