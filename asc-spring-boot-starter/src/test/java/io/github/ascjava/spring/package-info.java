@NullMarked
package io.github.ascjava.spring;

import org.jspecify.annotations.NullMarked;
