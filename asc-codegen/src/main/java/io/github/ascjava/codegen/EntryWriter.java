package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Interface;
import java.util.List;

/** Writes the accessors of all interfaces, which {@code AppStoreConnect} inherits. */
final class EntryWriter {

    private EntryWriter() {}

    static JavaFile write(List<Interface> interfaces) {
        JavaFile file = new JavaFile("io.github.ascjava.client", "AppStoreConnectApis");
        file.line(
                        "/** One accessor per interface of the API; each interface is implemented when it is first asked for. */")
                .line("abstract class AppStoreConnectApis {")
                .line("/** Returns an implementation of a Retrofit interface. */")
                .line("public abstract <T> T api(Class<T> api);");
        for (Interface api : interfaces) {
            file.line()
                    .line("/** Returns the operations on " + Names.words(api.accessor()) + ". */")
                    .line("public final " + file.type(api.name().type()) + " " + api.accessor() + "() {")
                    .line("return api(" + api.name().name() + ".class);")
                    .line("}");
        }
        return file.line("}");
    }
}
