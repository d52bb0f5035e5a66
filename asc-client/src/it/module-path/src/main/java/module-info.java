module com.example.consumer {
    requires io.github.ascjava.client;
    requires io.github.ascjava.auth;
    requires retrofit2;
    requires jdk.httpserver;

    // The client is an automatic module, which cannot say that it needs these; without them they are not resolved.
    requires okhttp3;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    // Retrofit implements the interface in it.
    exports com.example.consumer;
}
