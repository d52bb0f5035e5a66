package io.github.ascjava.uploads;

/**
 * A screenshot or preview at Apple.
 *
 * @param md5 of the file; empty if Apple does not have it completely
 * @param isUsable whether Apple has the file and has not rejected it
 */
record StoreFile(String id, String fileName, String md5, boolean isUsable) {}
