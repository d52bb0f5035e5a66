/** Tests of Spring Boot applications on a sandbox; needs {@code asc-testing}. */
@NullMarked
package io.github.ascjava.spring.test;

import org.jspecify.annotations.NullMarked;
