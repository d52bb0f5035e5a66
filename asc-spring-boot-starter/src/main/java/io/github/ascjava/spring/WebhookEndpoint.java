package io.github.ascjava.spring;

import io.github.ascjava.webhooks.InvalidWebhookException;
import io.github.ascjava.webhooks.ReplayGuard;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.HttpRequestHandler;

/**
 * Receives webhooks and publishes their events.
 *
 * <p>Not a controller with arguments: nothing of a request is read but its body, as bytes, and its signature, until it is
 * known to be genuine.
 */
final class WebhookEndpoint implements HttpRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ascjava.webhooks");

    private final WebhookVerifier verifier;
    private final ReplayGuard guard;
    private final ApplicationEventPublisher publisher;

    WebhookEndpoint(WebhookVerifier verifier, ReplayGuard guard, ApplicationEventPublisher publisher) {
        this.verifier = verifier;
        this.guard = guard;
        this.publisher = publisher;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            respond(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "");
            return;
        }
        try {
            publish(verified(request));
            respond(response, HttpServletResponse.SC_OK, "");
        } catch (InvalidWebhookException e) {
            LOG.warn("A webhook request was rejected: {}", e.getMessage());
            respond(response, e.httpStatus(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A webhook event could not be handled.", e);
            respond(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "The event could not be handled. Request a redelivery later.");
        }
    }

    private WebhookEvent verified(HttpServletRequest request) throws IOException {
        byte[] body = verifier.readBody(request.getInputStream());
        return verifier.verify(body, Collections.list(request.getHeaders(WebhookVerifier.SIGNATURE_HEADER)));
    }

    /** Handles an event once; after a failure, a redelivery of it is handled. */
    private void publish(WebhookEvent event) {
        String id = event.id();
        if (id != null && !guard.claim(id)) {
            LOG.debug("The webhook event {} was handled before.", id);
            return;
        }
        boolean handled = false;
        try {
            publisher.publishEvent(event);
            handled = true;
        } finally {
            if (id != null && !handled) {
                guard.release(id);
            }
        }
    }

    private static void respond(HttpServletResponse response, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
