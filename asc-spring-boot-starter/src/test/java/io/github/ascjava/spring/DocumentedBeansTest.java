package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.SandboxExtension;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans in docs/spring-boot.md. */
class DocumentedBeansTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void theyAreUsed() {
        Contexts.plain()
                .withUserConfiguration(Beans.class)
                .withBean(OkHttpClient.class, OkHttpClient::new)
                .withBean(PrivateKey.class, DocumentedBeansTest::privateKey)
                .withPropertyValues(Contexts.url(SANDBOX))
                .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                .run(context -> {
                    AppStoreConnect asc = context.getBean(AppStoreConnect.class);
                    assertThat(asc.auth().key()).isSameAs(context.getBean(ApiKey.class));
                    assertThat(asc.httpClient().dispatcher())
                            .isSameAs(context.getBean(OkHttpClient.class).dispatcher());
                    assertThat(context.getBean(Sync.class))
                            .isEqualTo(new Sync(asc, context.getBean("emeaAppStoreConnect", AppStoreConnect.class)));
                });
    }

    private static PrivateKey privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException | java.security.InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    record Sync(AppStoreConnect main, AppStoreConnect emea) {}

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Sync sync(AppStoreConnect main, @Qualifier("emea") AppStoreConnect emea) {
            return new Sync(main, emea);
        }

        @Bean
        ApiKey appStoreConnectKey(PrivateKey keyInDevice) {
            return ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", keyInDevice);
        }

        @Bean
        AppStoreConnectCustomizer proxy(OkHttpClient http) {
            return (builder, name) -> builder.httpClient(http);
        }
    }
}
