package io.github.ascjava.testing;

import io.github.ascjava.client.AppStoreConnect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension with a sandbox for the tests of a class, started on first use.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension sandbox = new SandboxExtension();
 *
 * @Test
 * void listsApps() {
 *     assertThat(new Inventory(sandbox.client()).appNames()).contains("Trail Ledger");
 * }
 * }</pre>
 *
 * <p>In a static field, or with {@code @ExtendWith}, one sandbox serves all tests of the class, nested ones included.
 * Resources that one test writes are visible to the next; faults, recorded requests, clock skew and rate limit are
 * {@linkplain #reset reset} in between. In an instance field, each test has its own sandbox.
 *
 * <p>Parameters of type {@link Sandbox} and {@link AppStoreConnect} get the sandbox and its client.
 * @since 0.1.0
 */
public final class SandboxExtension extends SandboxControl
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final Sandbox.Builder settings;
    private @Nullable Sandbox running;
    /** The number of nested test classes that share the sandbox; 0 if each test has its own. */
    private int classes;

    /** Creates an extension with the sandbox of {@link Sandbox#start()}. */
    public SandboxExtension() {
        this(Sandbox.builder());
    }

    /** Creates an extension with other settings. */
    public SandboxExtension(Sandbox.Builder settings) {
        this.settings = settings;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        if (running != null && classes > 0) {
            running.reset();
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (classes == 0) {
            end();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandbox.class || type == AppStoreConnect.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AppStoreConnect.class ? client() : sandbox();
    }

    @Override
    SandboxRuntime machinery() {
        return sandbox().machinery();
    }

    private synchronized Sandbox sandbox() {
        Sandbox sandbox = running;
        if (sandbox == null) {
            sandbox = settings.start();
            running = sandbox;
        }
        return sandbox;
    }

    private void end() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
