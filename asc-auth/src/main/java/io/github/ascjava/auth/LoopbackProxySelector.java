package io.github.ascjava.auth;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Connects to an http base URL on this machine directly, because a proxy would see the tokens in clear text; redirects to
 * other hosts use the configured proxy.
 *
 * <p>Equal for equal settings, since OkHttp reuses a connection only for an equal selector.
 */
final class LoopbackProxySelector extends ProxySelector {

    private final HttpUrl base;
    private final @Nullable Proxy proxy;
    private final ProxySelector others;

    private LoopbackProxySelector(HttpUrl base, @Nullable Proxy proxy, ProxySelector others) {
        this.base = base;
        this.proxy = proxy;
        this.others = others;
    }

    /** Returns a chain whose requests to the base URL use no proxy. */
    static Interceptor.Chain withoutProxy(HttpUrl base, Interceptor.Chain chain) {
        // A proxy of the client itself would take precedence over any selector.
        return chain.withProxySelector(new LoopbackProxySelector(base, chain.getProxy(), chain.getProxySelector()))
                .withProxy(null);
    }

    @Override
    public List<Proxy> select(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        if (url != null && TrustedOrigins.isSameOrigin(url, base)) {
            return List.of(Proxy.NO_PROXY);
        }
        return proxy == null ? others.select(uri) : List.of(proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        others.connectFailed(uri, address, failure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoopbackProxySelector selector
                && base.equals(selector.base)
                && Objects.equals(proxy, selector.proxy)
                && others.equals(selector.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, proxy, others);
    }
}
