package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.model.users.User;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Default methods of Retrofit interfaces without Retrofit's support for them; src/it shows why fat jars need this. */
class DefaultMethodsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aDefaultMethodRunsAndMayCallAnother() {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");

        User user = apple.client().api(Open.class).first().execute();

        assertThat(user.id()).isEqualTo("u1");
        assertThat(apple.line()).isEqualTo("GET /v1/users/u1");
    }

    @Test
    void whatADefaultMethodThrowsReachesItsCaller() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> apple.client().api(Open.class).broken())
                .withMessage("broken");
    }

    @Test
    void anInterfaceCanBeAKeyAndSaysWhatItIs() {
        Open open = apple.client().api(Open.class);

        assertThat(Map.of(open, "value")).containsKey(open);
        assertThat(open).isNotEqualTo(apple.builder().build().api(Open.class)).isNotEqualTo("");
        assertThat(open).hasToString(Open.class.getName());
        assertThat(apple.client().api(Open.class)).isSameAs(open);
    }

    @Test
    void anInterfaceThatOnlyItsPackageSeesWorksButForItsDefaultMethods() {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");

        assertThat(apple.client().api(Hidden.class).user("u1").execute().id()).isEqualTo("u1");
        assertThat(apple.client().api(OpenChild.class)).isNotNull();
    }

    /** Accessible, with default methods. */
    public interface Open {

        @GET("v1/users/{id}")
        ApiCall<User> user(@Path("id") String id);

        default ApiCall<User> first() {
            return numbered(1);
        }

        default ApiCall<User> numbered(int number) {
            return user("u" + number);
        }

        default void broken() throws IOException {
            throw new IOException("broken");
        }
    }

    interface Hidden {

        @GET("v1/users/{id}")
        ApiCall<User> user(@Path("id") String id);

        default ApiCall<User> first() {
            return user("u1");
        }
    }

    /** Public, but inherits a default method from an interface that is not. */
    public interface OpenChild extends Hidden {}
}
