package io.github.ascjava.testing.internal.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A connection that closes itself after a failure, and after a request that is not HTTP, which it answers with 400. */
final class GuardedSocket extends Socket {

    private static final byte[] BAD_REQUEST =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Consumer<GuardedSocket> whenClosed;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean isBetweenRequests;
    private @Nullable SSLSocket tls;
    private @Nullable InputStream input;

    /**
     * Makes a socket that is not connected.
     *
     * @param whenClosed is told when it is closed
     */
    GuardedSocket(Consumer<GuardedSocket> whenClosed) throws IOException {
        super((SocketImpl) null);
        this.whenClosed = whenClosed;
    }

    /**
     * Speaks TLS from now on, as its server; the first read makes the handshake.
     *
     * <p>It is hidden from the server library, which would negotiate HTTP/2, ignore faults there, and read bytes that were
     * not checked here.
     */
    void encrypt(SSLSocketFactory factory) throws IOException {
        SSLSocket above =
                (SSLSocket) factory.createSocket(new Network(), getInetAddress().getHostAddress(), getPort(), true);
        above.setUseClientMode(false);
        tls = above;
    }

    /** Returns when the client sent something, or the connection was opened, in terms of {@link System#nanoTime}. */
    long lastRead() {
        return lastRead;
    }

    /** Returns whether the client has sent a whole request, and nothing of the next one. */
    boolean isBetweenRequests() {
        return isBetweenRequests;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new GuardedInput(tls == null ? super.getInputStream() : tls.getInputStream());
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return tls == null ? super.getOutputStream() : tls.getOutputStream();
    }

    @Override
    public synchronized void close() throws IOException {
        whenClosed.accept(this);
        super.close();
    }

    /** The connection as TLS sees it, with the bytes of the network. */
    private final class Network extends Socket {

        Network() throws IOException {
            super((SocketImpl) null);
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return GuardedSocket.super.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return GuardedSocket.super.getOutputStream();
        }
    }

    private final class GuardedInput extends FilterInputStream {

        private final RequestFraming framing = new RequestFraming();

        GuardedInput(InputStream raw) {
            super(raw);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = in.read(bytes, offset, length);
                lastRead = System.nanoTime();
                framing.accept(bytes, offset, Math.max(count, 0));
                isBetweenRequests = framing.isBetweenRequests();
                return count;
            } catch (ProtocolException e) {
                getOutputStream().write(BAD_REQUEST);
                GuardedSocket.this.close();
                throw e;
            } catch (IOException e) {
                // The server only logs it.
                GuardedSocket.this.close();
                throw e;
            }
        }
    }
}
