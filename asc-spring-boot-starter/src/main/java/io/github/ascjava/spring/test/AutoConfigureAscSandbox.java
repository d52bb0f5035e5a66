package io.github.ascjava.spring.test;

import io.github.ascjava.spring.AscAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts a sandbox for a test, and lets all clients of the starter call it instead of Apple.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureAscSandbox
 * class InventoryTest {
 *
 *     @Autowired
 *     Sandbox sandbox;
 *
 *     @Test
 *     void survivesAnOutage(@Autowired Inventory inventory) {
 *         sandbox.failNext(503);
 *         assertThat(inventory.appNames()).contains("Trail Ledger");
 *     }
 * }
 * }</pre>
 *
 * <p>The sandbox is a bean. Its key replaces those of the properties {@code ascjava.key.*} and {@code ascjava.keys.*}, and
 * clients wait for retries in its time. It lives as long as the application context, which Spring keeps for further tests: what
 * one test writes, the next one sees; faults, recorded requests, clock skew and rate limit are reset after each test. Works
 * with slices such as {@code @WebMvcTest} as well. Needs {@code asc-testing} on the class path.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(AscAutoConfiguration.class)
public @interface AutoConfigureAscSandbox {

    /** Starts without a team: no apps and no users. */
    boolean empty() default false;

    /** A file or folder with resources instead of the sample team, as {@code Sandbox.Builder.fixtures} reads them. */
    String fixtures() default "";
}
