package io.github.ascjava.client.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the default methods of a Retrofit interface with the JDK, and all other methods with Retrofit.
 *
 * <p>Retrofit keeps its code for default methods on current JDKs in the multi-release part of its jar. A fat jar whose
 * manifest does not say {@code Multi-Release: true} loses that part, and with it every default method.
 */
public final class DefaultMethods implements InvocationHandler {

    private static final Object[] NO_ARGUMENTS = {};
    private static final MethodType WITH_ARGUMENTS = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> api;
    private final Object implementation;
    private final InvocationHandler retrofit;
    private final Map<Method, MethodHandle> handles = new ConcurrentHashMap<>();

    private DefaultMethods(Class<?> api, Object implementation) {
        this.api = api;
        this.implementation = implementation;
        this.retrofit = Proxy.getInvocationHandler(implementation);
    }

    /**
     * Wraps Retrofit's implementation of an interface; returns it unchanged if a default method is in a class that is
     * not public, or in a package that its module does not export.
     */
    public static <T> T of(Class<T> api, T implementation) {
        if (!Arrays.stream(api.getMethods()).filter(Method::isDefault).allMatch(DefaultMethods::isAccessible)) {
            return implementation;
        }
        return api.cast(Proxy.newProxyInstance(
                api.getClassLoader(), new Class<?>[] {api}, new DefaultMethods(api, implementation)));
    }

    private static boolean isAccessible(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        return Modifier.isPublic(declaring.getModifiers())
                && declaring.getModule().isExported(declaring.getPackageName(), DefaultMethods.class.getModule());
    }

    /** Not to be open is the exception: a module of the user's that only exports the interface. */
    private static boolean isOpen(Class<?> declaring) {
        return declaring.getModule().isOpen(declaring.getPackageName(), DefaultMethods.class.getModule());
    }

    /** On JDK 17, {@link InvocationHandler#invokeDefault} leaves the class of the proxy, and so its loader, in a cache. */
    private static MethodHandle handle(Object proxy, Method method) {
        Class<?> declaring = method.getDeclaringClass();
        try {
            return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
                    .unreflectSpecial(method, declaring)
                    .asFixedArity()
                    .bindTo(proxy)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(WITH_ARGUMENTS);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The default method " + method + " cannot be called.", e);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (method.isDefault()) {
            return invokeDefault(proxy, method, args == null ? NO_ARGUMENTS : args);
        }
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> args != null && proxy == args[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> api.getName();
            };
        }
        return retrofit.invoke(implementation, method, args);
    }

    private @Nullable Object invokeDefault(Object proxy, Method method, @Nullable Object[] args) throws Throwable {
        if (!isOpen(method.getDeclaringClass())) {
            return InvocationHandler.invokeDefault(proxy, method, args);
        }
        return handles.computeIfAbsent(method, key -> handle(proxy, key)).invokeExact(args);
    }
}
