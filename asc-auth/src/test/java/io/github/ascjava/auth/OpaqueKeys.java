package io.github.ascjava.auth;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A security provider whose keys never leave it, like those of a smart card or a key service. */
final class OpaqueKeys extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    private OpaqueKeys() {
        super("OpaqueKeys", "1.0", "Signs with keys that cannot be read");
        putService(
                new Service(
                        this,
                        "Signature",
                        "SHA256withECDSA",
                        Signer.class.getName(),
                        List.of(),
                        Map.of("SupportedKeyClasses", Key.class.getName())) {
                    @Override
                    public Object newInstance(@Nullable Object parameter) {
                        return new Signer();
                    }
                });
    }

    static OpaqueKeys register() {
        OpaqueKeys provider = new OpaqueKeys();
        Security.addProvider(provider);
        return provider;
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    /** What happens in the device before it signs. */
    interface Delay {
        void await() throws SignatureException, InterruptedException;
    }

    /** A key without encoding and without parameters; it counts what it signs. */
    static final class Key implements PrivateKey {

        private static final long serialVersionUID = 1L;

        private final transient TestKey key;
        private final transient AtomicInteger attempts = new AtomicInteger();
        private transient volatile Delay delay = () -> {};

        Key(TestKey key) {
            this.key = key;
        }

        int attempts() {
            return attempts.get();
        }

        void beforeSigning(Delay newDelay) {
            delay = newDelay;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }

        private byte[] sign(byte[] data) throws SignatureException {
            attempts.incrementAndGet();
            try {
                delay.await();
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(key.privateKey());
                signature.update(data);
                return signature.sign();
            } catch (SignatureException e) {
                throw e;
            } catch (Exception e) {
                throw new SignatureException(e);
            }
        }
    }

    @SuppressWarnings("deprecation")
    private static final class Signer extends SignatureSpi {

        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private @Nullable Key key;

        @Override
        protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
            if (!(privateKey instanceof Key opaque)) {
                throw new InvalidKeyException("This provider signs with keys of its own only.");
            }
            key = opaque;
        }

        @Override
        protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
            throw new InvalidKeyException("This provider verifies nothing.");
        }

        @Override
        protected void engineUpdate(byte b) {
            data.write(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            data.write(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            if (key == null) {
                throw new SignatureException("No key.");
            }
            return key.sign(data.toByteArray());
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            throw new SignatureException("This provider verifies nothing.");
        }

        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException();
        }

        @Override
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException();
        }
    }
}
