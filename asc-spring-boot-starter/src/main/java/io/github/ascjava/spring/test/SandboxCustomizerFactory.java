package io.github.ascjava.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds {@link AutoConfigureAscSandbox}. Spring creates it for every test, also where there is no sandbox. */
final class SandboxCustomizerFactory implements ContextCustomizerFactory {

    private static final String SANDBOX = "io.github.ascjava.testing.Sandbox";

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        AutoConfigureAscSandbox found =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureAscSandbox.class);
        if (found == null) {
            return null;
        }
        if (!ClassUtils.isPresent(SANDBOX, testClass.getClassLoader())) {
            throw new IllegalStateException("@AutoConfigureAscSandbox on " + testClass.getName()
                    + " needs the sandbox. Add io.github.ascjava:asc-testing to the test dependencies.");
        }
        return new SandboxCustomizer(found.empty(), found.fixtures());
    }
}
