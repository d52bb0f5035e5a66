package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.retrofit.AscCallAdapterFactory;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

/** Retrofit's own validation accepts every interface. */
final class EagerValidationTest {

    @Test
    void retrofitAcceptsEveryMethodOfEveryInterface() {
        Retrofit retrofit = new Retrofit.Builder()
                .baseUrl("https://api.appstoreconnect.apple.com/")
                .addCallAdapterFactory(AscCallAdapterFactory.create())
                .addConverterFactory(JsonApiConverterFactory.create())
                .validateEagerly(true)
                .build();
        Map<String, java.lang.reflect.Method> accessors = ApiMethod.accessors();
        assertThat(accessors).isNotEmpty();
        accessors.values().forEach(accessor -> {
            Object api = retrofit.create(accessor.getReturnType());
            assertThat(api).isInstanceOf(accessor.getReturnType());
        });
    }
}
