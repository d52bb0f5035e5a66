package com.example.backend;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What callers see when a call to Apple fails. Details of Apple's response are for our log, not for them. */
@RestControllerAdvice
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "App Store Connect does not have it.");
    }

    @ExceptionHandler
    ProblemDetail failed(AscException e) {
        LOG.warn("App Store Connect failed: {}", e.getMessage());
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "App Store Connect failed.");
    }
}
