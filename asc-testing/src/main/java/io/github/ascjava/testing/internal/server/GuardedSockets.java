package io.github.ascjava.testing.internal.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes server sockets whose connections end when they are silent or malformed, and of which only so many are open, because
 * the server has a thread for each and closes none.
 *
 * <p>They send what they are given at once. Otherwise each answer waits 40 ms for the acknowledgement of its headers before
 * its body is sent.
 */
final class GuardedSockets extends ServerSocketFactory {

    private static final int MOST = 1_024;
    /** Longer than clients pause between the requests of a job. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final int most;
    private final Duration longestSilence;
    private final @Nullable SSLSocketFactory tls;
    private final Set<GuardedSocket> open = ConcurrentHashMap.newKeySet();

    /** Makes server sockets for plain connections, or for encrypted ones if TLS is given. */
    GuardedSockets(@Nullable SSLSocketFactory tls) {
        this(MOST, LONGEST_SILENCE, tls);
    }

    GuardedSockets(int most, Duration longestSilence, @Nullable SSLSocketFactory tls) {
        this.most = most;
        this.longestSilence = longestSilence;
        this.tls = tls;
    }

    boolean areEncrypted() {
        return tls != null;
    }

    /** Returns the connections that are open. */
    Collection<? extends Socket> open() {
        return open;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                GuardedSocket socket = new GuardedSocket(open::remove);
                implAccept(socket);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout((int) longestSilence.toMillis());
                if (tls != null) {
                    socket.encrypt(tls);
                }
                makeRoom();
                open.add(socket);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw new IOException("Bound sockets are not supported.");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return createServerSocket(port, backlog);
    }

    /** Closes the connection that has been silent for longest, and one that waits for an answer only if all do. */
    private void makeRoom() throws IOException {
        while (open.size() >= most) {
            GuardedSocket silent = open.stream()
                    .min(Comparator.comparing(GuardedSocket::isBetweenRequests)
                            .thenComparingLong(GuardedSocket::lastRead))
                    .orElseThrow();
            open.remove(silent);
            silent.close();
        }
    }
}
