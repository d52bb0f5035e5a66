package io.github.ascjava.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The imports of samples that are statements: the library, and what Java programs use most. */
final class SampleImports {

    private static final Path GENERATED = Markdown.ROOT.resolve("asc-client/src/generated/java");
    private static final List<String> WRITTEN_BY_HAND = List.of(
            "io.github.ascjava.auth.*",
            "io.github.ascjava.client.*",
            "io.github.ascjava.client.call.*",
            "io.github.ascjava.client.error.*",
            "io.github.ascjava.client.jsonapi.*",
            "io.github.ascjava.notary.*",
            "io.github.ascjava.release.*",
            "io.github.ascjava.reports.*",
            "io.github.ascjava.signing.*",
            "io.github.ascjava.signing.match.*",
            "io.github.ascjava.signing.store.*",
            "io.github.ascjava.testing.*",
            "io.github.ascjava.uploads.*",
            "io.github.ascjava.webhooks.*",
            // The resource of the same name is seldom needed.
            "io.github.ascjava.webhooks.WebhookEvent",
            "com.sun.net.httpserver.HttpServer",
            "io.github.ascjava.examples.docs.SampleScope",
            "com.fasterxml.jackson.databind.*",
            "com.fasterxml.jackson.databind.json.JsonMapper",
            "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
            "java.net.*",
            "java.nio.file.*",
            "java.security.KeyStore",
            "java.security.PrivateKey",
            "java.security.Provider",
            "java.security.Security",
            "java.security.cert.X509Certificate",
            "java.time.*",
            "java.math.BigDecimal",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.stream.Stream",
            "okhttp3.OkHttpClient",
            "okhttp3.Request",
            "okhttp3.ResponseBody");

    private SampleImports() {}

    /** Returns the imports on one line. */
    static String onOneLine() {
        List<String> names = new ArrayList<>(WRITTEN_BY_HAND);
        try (Stream<Path> folders = Files.walk(GENERATED)) {
            folders.filter(Files::isDirectory)
                    .map(folder -> GENERATED.relativize(folder).toString().replace('/', '.'))
                    .filter(name -> name.contains(".api.") || name.contains(".model."))
                    .sorted()
                    .forEach(name -> names.add(name + ".*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream().map(name -> "import " + name + "; ").collect(Collectors.joining());
    }
}
