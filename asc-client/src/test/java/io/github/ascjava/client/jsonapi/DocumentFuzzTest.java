package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.ascjava.client.FuzzCost;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import io.github.ascjava.client.model.purchases.InAppPurchaseV2;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Whatever bytes are read as a document, the result equals Jackson's tree, or the reader throws one of its exceptions;
 * once read, no access to the result throws.
 *
 * <p>The classes cover most cases: {@link Sample} every type of attribute, {@link App} forty relationships,
 * {@link Build} objects within attributes, {@link InAppPurchaseV2} a JSON:API type with two classes.
 */
class DocumentFuzzTest {

    private static final List<Class<? extends Resource>> CLASSES =
            List.of(Sample.class, App.class, Build.class, InAppPurchaseV2.class);

    @FuzzTest
    void page(byte[] body) {
        DocumentOracle judge = new DocumentOracle(body);
        for (Class<? extends Resource> type : CLASSES) {
            Object outcome = outcome(body, () -> Documents.page(type, body));
            if (outcome instanceof Page<?> page) {
                judge.checkPage(page);
            } else {
                judge.checkRefusedPage((IOException) outcome);
            }
        }
    }

    @FuzzTest
    void identifiers(byte[] body) {
        DocumentOracle judge = new DocumentOracle(body);
        Object outcome = outcome(body, () -> Documents.page(ResourceIdentifier.class, body));
        if (outcome instanceof Page<?> page) {
            judge.checkPage(page);
        } else {
            judge.checkRefusedPage((IOException) outcome);
        }
    }

    @FuzzTest
    void single(byte[] body) {
        DocumentOracle judge = new DocumentOracle(body);
        for (Class<? extends Resource> type : CLASSES) {
            Object outcome = outcome(body, () -> Documents.read(new Documents.Generic(Optional.class, type), body));
            if (outcome instanceof Optional<?> single) {
                judge.checkSingle(single.orElse(null));
            } else {
                judge.checkRefusedSingle((IOException) outcome);
            }
        }
    }

    @FuzzTest
    void answerThatIsNoDocument(byte[] body) {
        DocumentOracle judge = new DocumentOracle(body);
        Object outcome = outcome(body, () -> Documents.read(XcodeMetrics.class, body));
        if (outcome instanceof XcodeMetrics metrics) {
            judge.checkAnswer(metrics);
        } else {
            judge.checkRefusedAnswer((IOException) outcome);
        }
    }

    /** Returns the result, or an exception that the reader may throw. */
    private static Object outcome(byte[] body, Callable<Object> reading) {
        return FuzzCost.bounded(body.length, () -> {
            try {
                return Objects.requireNonNull(reading.call());
            } catch (InvalidDocumentException | JsonProcessingException e) {
                assertThat(e.getMessage()).isNotBlank();
                return e;
            } catch (Exception e) {
                throw new AssertionError("Not an exception that a call can translate: " + e, e);
            }
        });
    }
}
