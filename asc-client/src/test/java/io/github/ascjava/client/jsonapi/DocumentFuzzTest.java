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
 * Whatever bytes come as a document, they are read as what Jackson's tree has them to be, or refused with an exception of
 * the reader's; and once read, nothing that is asked of the result throws.
 *
 * <p>The classes are those that hold most kinds of things: {@link Sample} every kind of attribute, {@link App} forty
 * relationships, {@link Build} objects within attributes, {@link InAppPurchaseV2} a type that has two classes.
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

    /** Returns what was read, or the exception that the reader may throw. */
    private static Object outcome(byte[] body, Callable<Object> reading) {
        return FuzzCost.bounded(body.length, () -> {
            try {
                return Objects.requireNonNull(reading.call());
            } catch (InvalidDocumentException | JsonProcessingException e) {
                assertThat(e.getMessage()).isNotBlank();
                return e;
            } catch (Exception e) {
                throw new AssertionError("Not an exception that calls can be told of: " + e, e);
            }
        });
    }
}
