package io.github.ascjava.codegen;

import java.nio.file.Path;

/**
 * Thrown when a file is not a usable OpenAPI document of Apple's; its message is a sentence with the cause and the next
 * step.
 */
public final class InvalidDocumentFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "https://developer.apple.com/app-store-connect/api/";

    InvalidDocumentFileException(Path path, String problem) {
        super(path + " " + problem + ". Download Apple's OpenAPI document from " + PAGE + " and pass its path.");
    }
}
