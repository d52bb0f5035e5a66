package io.github.ascjava.uploads;

import java.util.List;

/** A set at Apple, with its files in the order in which customers see them. */
record StoreSet(String id, String displayType, List<StoreFile> files) {}
