package io.github.ascjava.benchmarks.life;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.function.Consumer;

/** The ways to use a client, each of which starts threads of its own. Run in JVMs and class loaders that are then dropped. */
public final class Use {

    static final String END = "The main method ends.";

    static final Map<String, Consumer<AppStoreConnect>> WAYS = Map.of(
            "synchronous", asc -> asc.users().get("u1").execute(),
            "asynchronous", asc -> asc.users().get("u1").executeAsync().join(),
            "retried", asc -> asc.users().get("busy1").executeAsync().join(),
            "prefetched", asc -> asc.users().list().withPrefetch().toList());

    private Use() {}

    /**
     * Uses a client once and drops it.
     *
     * @param args the server's URL, the way or {@code all}, and {@code close} if the client is to be closed
     */
    public static void main(String[] args) throws GeneralSecurityException {
        AppStoreConnect asc = client(args[0], privateKey());
        WAYS.forEach((name, way) -> {
            if (args[1].equals("all") || args[1].equals(name)) {
                way.accept(asc);
            }
        });
        if (args.length > 2) {
            asc.close();
        }
        System.out.println(END);
    }

    static AppStoreConnect client(String url, PrivateKey key) {
        return AppStoreConnect.builder(ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", key))
                .baseUrl(url)
                .build();
    }

    static PrivateKey privateKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }
}
