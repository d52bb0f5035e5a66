package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on a real socket with an engine that accepts everything, and a caller. */
final class Front implements AfterEachCallback {

    static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    static final String KEY_ID = "2X9R4HXF34";

    private static final KeyPair KEYS = newKeys();

    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final PassingClock clock = new PassingClock();
    private final RequestBudget budget = new RequestBudget(clock);
    private final Faults faults = new Faults();
    private final SandboxHttpServer front;
    private final TokenCheck tokens;
    private final boolean individual;
    private Function<ApiRequest, ApiAnswer> engine =
            request -> ApiAnswer.of(200, "application/json", ByteString.encodeUtf8("{\"data\":[]}"));

    private Front(boolean individual) {
        this.individual = individual;
        AcceptedKey key = new AcceptedKey(KEY_ID, individual ? null : ISSUER_ID, KEYS.getPublic());
        this.tokens = new TokenCheck(key, clock);
        this.budget.limit(3600, 0);
        try {
            this.front = SandboxHttpServer.listen(0, new GuardedSockets(null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        RequestPreconditions gate = new RequestPreconditions(key, tokens, budget);
        front.serve(new RequestPipeline(
                gate, budget, faults, (request, status) -> {}, clock, request -> engine.apply(request)));
    }

    static Front forTeam() {
        return new Front(false);
    }

    static Front forIndividual() {
        return new Front(true);
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        front.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    PassingClock clock() {
        return clock;
    }

    RequestBudget budget() {
        return budget;
    }

    Faults faults() {
        return faults;
    }

    TokenCheck tokens() {
        return tokens;
    }

    HttpUrl url() {
        return front.url();
    }

    KeyPair keys() {
        return KEYS;
    }

    void engine(Function<ApiRequest, ApiAnswer> newEngine) {
        engine = newEngine;
    }

    /** Starts building a token that is valid now. */
    TestToken token() {
        return individual ? TestToken.individual(clock.instant()) : TestToken.team(clock.instant());
    }

    /** Creates a token that is valid now. */
    String goodToken() {
        return token().signedBy(KEYS.getPrivate());
    }

    Got get(String path) {
        return call(request(path));
    }

    Got get(String path, String token) {
        return call(request(path).header("Authorization", "Bearer " + token));
    }

    Got post(String path, String contentType, String body) {
        return call(request(path)
                .header("Authorization", "Bearer " + goodToken())
                .post(RequestBody.create(ByteString.encodeUtf8(body), MediaType.parse(contentType))));
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(url().toString().replaceFirst("/$", "") + path);
    }

    Got call(Request.Builder request) {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Got(response.code(), response.headers(), response.body().string());
        } catch (IOException e) {
            return new Got(0, Headers.of(), e.toString());
        }
    }

    /** A response; its status is 0 if there was none. */
    record Got(int status, Headers headers, String body) {}
}
