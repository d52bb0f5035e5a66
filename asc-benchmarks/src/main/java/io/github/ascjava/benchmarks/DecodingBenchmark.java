package io.github.ascjava.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * The cost of decoding the two {@linkplain SamplePages sample pages} with the library's converter and with Jackson's
 * tree, from the same streamed body.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class DecodingBenchmark {

    private final byte[] pageA = SamplePages.pageA();
    private final byte[] pageB = SamplePages.pageB();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Converter<ResponseBody, Page<App>> converter;

    /** Creates the converter as Retrofit does. */
    public DecodingBenchmark() {
        try {
            // Java has no literal for Page<App>.
            Type pageOfApps = DecodingBenchmark.class
                    .getDeclaredMethod("read", byte[].class)
                    .getGenericReturnType();
            converter = new Retrofit.Builder()
                    .baseUrl("http://localhost/")
                    .addConverterFactory(JsonApiConverterFactory.create())
                    .build()
                    .responseBodyConverter(pageOfApps, new Annotation[0]);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Page A as typed resources. */
    @Benchmark
    public Page<App> pageA() throws IOException {
        return read(pageA);
    }

    /** Page A as a tree. */
    @Benchmark
    public JsonNode pageAByTree() throws IOException {
        return readTree(pageA);
    }

    /** Page B as typed resources, without access to the included ones. */
    @Benchmark
    public Page<App> pageB() throws IOException {
        return read(pageB);
    }

    /** Page B as a tree. */
    @Benchmark
    public JsonNode pageBByTree() throws IOException {
        return readTree(pageB);
    }

    /** Page B, followed by one access to every included resource through its app's relationship. */
    @Benchmark
    public Page<App> pageBWithIncluded(Blackhole blackhole) throws IOException {
        Page<App> page = read(pageB);
        for (App app : page.data()) {
            app.builds().included().forEach(build -> blackhole.consume(build.version()));
            app.appInfos().included().forEach(info -> blackhole.consume(info.state()));
            app.betaGroups().included().forEach(group -> blackhole.consume(group.name()));
        }
        return page;
    }

    /** Page B as a tree, followed by an access to the same resources through a hand-written index. */
    @Benchmark
    public JsonNode pageBWithIncludedByTree(Blackhole blackhole) throws IOException {
        JsonNode page = readTree(pageB);
        Map<String, JsonNode> index = new HashMap<>();
        page.path("included").forEach(resource -> index.put(identifier(resource), resource));
        for (JsonNode app : page.path("data")) {
            JsonNode relationships = app.path("relationships");
            consume(relationships.path("builds"), "version", index, blackhole);
            consume(relationships.path("appInfos"), "state", index, blackhole);
            consume(relationships.path("betaGroups"), "name", index, blackhole);
        }
        return page;
    }

    private static void consume(
            JsonNode relationship, String attribute, Map<String, JsonNode> index, Blackhole blackhole) {
        for (JsonNode related : relationship.path("data")) {
            JsonNode resource = index.get(identifier(related));
            if (resource != null) {
                blackhole.consume(resource.path("attributes").path(attribute).textValue());
            }
        }
    }

    private static String identifier(JsonNode node) {
        return node.path("type").textValue() + "/" + node.path("id").textValue();
    }

    Page<App> read(byte[] bytes) throws IOException {
        Page<App> page = converter.convert(new StreamedBody(bytes));
        if (page == null) {
            throw new IllegalStateException("The response body is not a page.");
        }
        return page;
    }

    private JsonNode readTree(byte[] bytes) throws IOException {
        try (ResponseBody body = new StreamedBody(bytes)) {
            return mapper.readTree(body.byteStream());
        }
    }
}
