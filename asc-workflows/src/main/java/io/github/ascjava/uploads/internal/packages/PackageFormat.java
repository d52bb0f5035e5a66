package io.github.ascjava.uploads.internal.packages;

/** The format of a package. */
public enum PackageFormat {
    IPA,
    PKG
}
