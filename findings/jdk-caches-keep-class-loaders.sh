#!/usr/bin/env bash
# Three harmless lines keep the class loader of a dropped application in memory, by static fields of the JDK.
#
# Version: JDK 17 and 25.
# Guess: an application that has ended its own threads, and to which nothing refers, is collected with its class loader. A
#   timeout of a CompletableFuture, the hash code of a record, and InvocationHandler.invokeDefault leave nothing behind.
# What happens: (1) The first timeout of the JVM starts the one scheduler thread of CompletableFuture. It never ends and
#   keeps the context class loader of whoever came first: JDK 17 and 25. (2) equals and hashCode of a record with a component
#   of a type of its own leave that type in a cache of java.lang.runtime.ObjectMethods, and (3) invokeDefault leaves the
#   proxy's class in one of java.lang.invoke: JDK 17, by a strong reference, until another record or proxy takes the place. JDK 25
#   has soft references there, which the options below have cleared at once.
# How it hurts: a server that loads an application anew keeps all of the old one, its classes and its static fields. A heap
#   dump leads to a thread or a class of the JDK, not to the line that caused it.
# What to do: (1) time futures with a scheduler of your own whose thread ends, or have the server call one timeout before it
#   loads an application. (2) Write equals and hashCode of the records that are keys of maps. (3) Call default methods by
#   Lookup.unreflectSpecial. On a JDK after 17, only the first is needed.
#
# Usage: findings/jdk-caches-keep-class-loaders.sh
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

mkdir "$work/application"
cat >"$work/Application.java" <<'JAVA'
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An application that does one thing and ends. */
public class Application implements Runnable {
    record Key(Application application) {}

    public interface Greeting extends Function<String, String> {
        default String greet(String name) {
            return "Hello " + name;
        }
    }

    private final String what;

    public Application(String what) {
        this.what = what;
    }

    @Override
    public void run() {
        switch (what) {
            case "nothing" -> { }
            case "timeout" -> new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).join();
            case "record" -> new Key(this).hashCode();
            default -> {
                Greeting proxy = (Greeting) Proxy.newProxyInstance(
                        Application.class.getClassLoader(), new Class<?>[] {Greeting.class}, InvocationHandler::invokeDefault);
                proxy.greet("a");
            }
        }
    }
}
JAVA
cat >"$work/Main.java" <<'JAVA'
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

public class Main {
    public static void main(String[] args) throws Exception {
        WeakReference<ClassLoader> dropped = run(Path.of(args[0]).toUri().toURL(), args[1]);
        for (int i = 0; i < 30 && dropped.get() != null; i++) {
            System.gc();
            Thread.sleep(100);
        }
        System.out.println(args[1] + ": " + (dropped.get() == null ? "collected" : "kept"));
    }

    static WeakReference<ClassLoader> run(URL classes, String what) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        Runnable application =
                (Runnable) loader.loadClass("Application").getConstructor(String.class).newInstance(what);
        Thread thread = new Thread(application);
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
        loader.close();
        return new WeakReference<>(loader);
    }
}
JAVA

"${bin}javac" -d "$work/application" "$work/Application.java"
"${bin}javac" -d "$work" "$work/Main.java"
seen=$(for what in nothing timeout record invokeDefault; do
    "${bin}java" -XX:SoftRefLRUPolicyMSPerMB=0 -cp "$work" Main "$work/application/" "$what"
done)
echo "$seen"

# JDK 17 has strong references where later ones have soft references.
[[ $("${bin}java" --version) == *" 17"* ]] && reference=kept || reference=collected
expected="nothing: collected
timeout: kept
record: $reference
invokeDefault: $reference"
if [[ $seen != "$expected" ]]; then
    echo "The behavior has changed: this finding and its workaround need another look." >&2
    exit 1
fi
