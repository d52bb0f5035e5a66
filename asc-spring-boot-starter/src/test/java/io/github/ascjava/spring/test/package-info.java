@NullMarked
package io.github.ascjava.spring.test;

import org.jspecify.annotations.NullMarked;
