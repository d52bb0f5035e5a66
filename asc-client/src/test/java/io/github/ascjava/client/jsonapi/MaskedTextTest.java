package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.common.HttpHeader;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.client.model.testflight.BetaAppReviewDetail;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The texts of records that have a secret. */
class MaskedTextTest {

    @Test
    void withoutASecretItIsTheTextOfAnyRecord() {
        assertThat(MaskedText.of(new Door("red", null))).isEqualTo(new Door("red", null).toString());
    }

    @Test
    void aSecretIsMaskedAndAnAbsentOneIsNull() {
        assertThat(MaskedText.of(new Door("red", "1234"), "code")).isEqualTo("Door[color=red, code=***]");
        assertThat(MaskedText.of(new Door("red", ""), "code")).isEqualTo("Door[color=red, code=***]");
        assertThat(MaskedText.of(new Door("red", null), "code")).isEqualTo("Door[color=red, code=null]");
    }

    @Test
    void anUploadOperationShowsWhatIsSentButNotThePermission() {
        UploadOperation operation = new UploadOperation(
                "PUT",
                "https://example.com/part?Signature=abc",
                10L,
                0L,
                List.of(new HttpHeader("Content-Type", "image/png"), new HttpHeader("X-Key", null)));

        assertThat(operation)
                .hasToString("UploadOperation[method=PUT, url=***, length=10, offset=0, requestHeaders=["
                        + "HttpHeader[name=Content-Type, value=***], HttpHeader[name=X-Key, value=null]]]");
    }

    @Test
    void thePasswordOfADemoAccountIsMaskedInAPage() throws IOException {
        Page<BetaAppReviewDetail> page = Documents.page(BetaAppReviewDetail.class, """
                {"data": [
                  {"type": "betaAppReviewDetails", "id": "1",
                   "attributes": {"demoAccountName": "tester", "demoAccountPassword": "opensesame"}},
                  {"type": "betaAppReviewDetails", "id": "2", "attributes": {"demoAccountPassword": null}}]}
                """);

        assertThat(page.toString())
                .contains("demoAccountName=tester, demoAccountPassword=***", "demoAccountPassword=null")
                .doesNotContain("opensesame");
    }

    /** A record of any kind; public, because its accessors are called from outside. */
    public record Door(String color, @Nullable String code) {}
}
