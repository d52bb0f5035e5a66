package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresignedUrlTest {

    @RegisterExtension
    final PartServer server = new PartServer();

    /** As the hosts of Apple and Amazon sign them, and further characters that a signature may cover. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/itmspod11-assets-massilia-030001/PurpleSource116%2Fv4%2F00%2F7b/abc.png?uploadId=b8d0a3e0-27d0"
                        + "&Signature=aZ3%2Fk%2BT%3D&AWSAccessKeyId=MKIA%3D&partNumber=1&Expires=1764590400",
                "/bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261130%2Fus-east-1%2Fs3%2F"
                        + "aws4_request&X-Amz-Date=20261130T120000Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=0a1b&partNumber=14&uploadId=2~x_y-z.A",
                "/prod%2Fone%20two+three/My%20App%20%28Beta%29.ipa?x=a+b%20c",
                "/a%2fb%c3%a9?sig=a%2fb%3D",
                "/!$&()*,:;=@~-._/[x]?!$(),:;=@~-._/?*[x]{y}|z^`\\",
                "//double//slashes//?&&a=&b&=c&",
                "/...hidden/..two/a..b?../..",
                "/?",
                "/a%zz?b=100%",
                "/path'with%27quotes?a=%27",
                "?list-type=2",
                ""
            })
    void whatIsAcceptedIsSentByteForByte(String target) throws Exception {
        Request request = new Request.Builder()
                .url(PresignedUrl.parse(server.url(target)))
                .put(RequestBody.EMPTY)
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        // Every HTTP client sends a slash for an empty path.
        String sent = target.startsWith("/") ? target : "/" + target;
        assertThat(server.heads()).singleElement().asString().startsWith("PUT " + sent + " HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a?quote='x'",
                "/a?space= b",
                "/a?trailing=b ",
                "/a b",
                "/a?\"b\"",
                "/a?<b>",
                "/{a}",
                "/a|b",
                "/a^b",
                "/a`b",
                "/a\\b",
                "/a/../b",
                "/a/./b",
                "/a/%2E%2e/b",
                "/a/..",
                "/é",
                "/a?b=é",
                "/a?b=\uD83D\uDE00",
                "/a?b=c#fragment",
                "/a?b=\tc",
                "/a?b=c\n"
            })
    void whatOkHttpWouldChangeIsRejected(String target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresignedUrl.parse("https://store-030.blobstore.apple.com" + target))
                .withMessage(
                        "its URL at store-030.blobstore.apple.com has characters that OkHttp would change, which would"
                                + " invalidate the signature");
    }

    @Test
    void theHostMayBeWrittenInAnyWay() {
        assertThat(PresignedUrl.parse("HTTPS://Store-030.Blobstore.Apple.com:443/a?b"))
                .hasToString("https://store-030.blobstore.apple.com/a?b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/upload", "store.apple.com/a", "ftp://store.apple.com/a", "https://", "https://a b/c"})
    void whatIsNoUrlIsRejected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresignedUrl.parse(text))
                .withMessage("its URL is missing or malformed");
    }

    @Test
    void aMissingUrlIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> PresignedUrl.parse(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.apple.com", "127.0.0.1.example.com", "127.999.1.1.nip.io", "10.0.0.1", "0.0.0.0"})
    void plainHttpToOtherMachinesIsRejected(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresignedUrl.parse("http://" + host + "/a?Signature=secret"))
                .withMessageStartingWith("its URL at " + host + " is http")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.10", "[::1]", "LOCALHOST"})
    void plainHttpToThisMachineIsAccepted(String host) {
        assertThat(PresignedUrl.parse("http://" + host + ":8080/a").isHttps()).isFalse();
    }

    @Test
    void userNamesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresignedUrl.parse("https://user:secret@store.apple.com/a"))
                .withMessage("its URL at store.apple.com has a user name or password");
    }
}
