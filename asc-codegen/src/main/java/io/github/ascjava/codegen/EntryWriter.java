package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Interface;
import java.util.List;

/** Writes the accessors of all interfaces, which {@code AppStoreConnect} inherits. */
final class EntryWriter {

    private EntryWriter() {}

    static JavaFile write(List<Interface> interfaces) {
        JavaFile file = new JavaFile(new JavaType(Library.CLIENT, "AppStoreConnectApis"));
        file.line("/** One accessor per interface of the API; each interface is implemented on first use. */")
                .line("abstract class AppStoreConnectApis {")
                .line("/** Returns an implementation of a Retrofit interface. */")
                .line("public abstract <T> T api($T<T> api);", Class.class)
                .line();
        for (Interface api : interfaces) {
            file.line(
                            "/** Returns the operations on $L.$L */",
                            Names.words(api.tag()),
                            api.forIndividualKeys() ? "" : " Team keys only.")
                    .returning(
                            file.code("public final $T $L()", api.name(), Names.decapitalized(api.tag())),
                            file.code("api($T.class)", api.name()));
        }
        return file.line("}");
    }
}
