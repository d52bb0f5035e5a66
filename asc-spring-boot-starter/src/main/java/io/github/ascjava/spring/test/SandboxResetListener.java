package io.github.ascjava.spring.test;

import io.github.ascjava.testing.Sandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Resets the sandbox after each test. Spring creates it for every test, also where there is no sandbox. */
final class SandboxResetListener implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureAscSandbox.class)
                && test.hasApplicationContext()) {
            test.getApplicationContext().getBean(Sandbox.class).reset();
        }
    }
}
