package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.users.User;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What remains of a client that was used and dropped without {@code close()}; each test has a JVM of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LifetimeTest {

    private static final String END = "The main method ends.";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final AtomicBoolean busy = new AtomicBoolean(true);

    @BeforeEach
    void serveUsers() {
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getPath()) {
                    case "/v1/users" -> page("\"" + apple.url("/v1/users?cursor=2") + "\"");
                    case "/v1/users?cursor=2" -> page("null");
                    case "/v1/users/slow" -> new MockResponse().setHeadersDelay(1, TimeUnit.MINUTES);
                    default ->
                        busy.getAndSet(false)
                                ? new MockResponse().setResponseCode(503)
                                : ApiServer.json(200, Fault.Body.USER);
                };
            }
        });
    }

    private static MockResponse page(String next) {
        return ApiServer.json(200, """
                {"data": [{"type": "users", "id": "u1"}], "links": {"next": %s}}
                """.formatted(next));
    }

    /** OkHttp's own threads would keep it running for another minute. */
    @Test
    void aProgramEndsWithItsMainMethod() throws Exception {
        Process program = java(List.of(), Program.class, "slow");
        try (BufferedReader out = program.inputReader()) {
            assertThat(out.lines().anyMatch(END::equals)).isTrue();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    /** As in a server that loads an application anew while it runs. */
    @Test
    void theClassLoadersOfDroppedClientsAreCollected() throws Exception {
        // The JDK itself remembers method handles of the records that were compared last, by soft references.
        Process server = java(List.of("-XX:SoftRefLRUPolicyMSPerMB=0"), ApplicationServer.class);
        try (InputStream out = server.getInputStream()) {
            assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines((END + "\n").repeat(2) + "[]\n");
        } finally {
            server.destroyForcibly();
        }
    }

    private Process java(List<String> options, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(main.getName(), apple.url("/")));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Uses a client in each of the ways that start threads. */
    public static final class Program {

        private Program() {}

        public static void main(String[] args) {
            AppStoreConnect asc =
                    AppStoreConnect.builder(TestKeys.team()).baseUrl(args[0]).build();
            // After a 503.
            asc.users().get("u1").executeAsync().join();
            asc.users().list().withPrefetch().toList();
            asc.users().get("u1").execute();
            if (args.length > 1) {
                CompletableFuture<User> unused = asc.users().get(args[1]).executeAsync();
            }
            System.out.println(END);
        }
    }

    /** Runs the program twice, in class loaders of their own, and prints which of them are not collected. */
    public static final class ApplicationServer {

        private ApplicationServer() {}

        public static void main(String[] args) throws Exception {
            List<WeakReference<ClassLoader>> dropped = List.of(run(args), run(args));
            BooleanSupplier gone = () -> {
                System.gc();
                return dropped.stream().allMatch(loader -> loader.get() == null);
            };
            // Idle threads of the dispatcher end after five seconds; a busy machine gets another ten.
            if (!Leaks.comes(gone)) {
                Leaks.comes(gone);
            }
            List<String> kept = new ArrayList<>();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getContextClassLoader() instanceof ApplicationLoader) {
                    kept.add(thread.getName());
                }
            }
            dropped.stream().filter(loader -> loader.get() != null).forEach(loader -> kept.add("a class loader"));
            System.out.println(kept);
        }

        private static WeakReference<ClassLoader> run(String[] args) throws Exception {
            ApplicationLoader loader = new ApplicationLoader();
            Thread application = new Thread(() -> {
                try {
                    loader.loadClass(Program.class.getName())
                            .getMethod("main", String[].class)
                            .invoke(null, (Object) args);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
            application.setContextClassLoader(loader);
            application.start();
            application.join();
            loader.close();
            return new WeakReference<>(loader);
        }
    }

    /** Loads everything anew, and has what is idle end after a second instead of a minute. */
    private static final class ApplicationLoader extends URLClassLoader {

        private static final Set<String> IDLE_FOR_A_MINUTE = Set.of(
                "io.github.ascjava.client.internal.DefaultHttpClient",
                "okhttp3.internal.concurrent.TaskRunner$RealBackend",
                "okio.AsyncTimeout");

        ApplicationLoader() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!IDLE_FOR_A_MINUTE.contains(name)) {
                return super.findClass(name);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                replace(bytes, constant(60), constant(1));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** A long in the constants of a class file. */
        private static byte[] constant(long value) {
            return ByteBuffer.allocate(9).put((byte) 5).putLong(value).array();
        }

        private static void replace(byte[] bytes, byte[] old, byte[] replacement) {
            int at = 0;
            while (!Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
                at++;
            }
            System.arraycopy(replacement, 0, bytes, at, old.length);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(ApplicationLoader::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
