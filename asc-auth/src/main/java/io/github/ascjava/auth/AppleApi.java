package io.github.ascjava.auth;

import okhttp3.HttpUrl;

/** The two APIs that accept these tokens; they differ in host and audience (docs/live-service.md#enterprise-program-api). */
enum AppleApi {
    APP_STORE_CONNECT("https://api.appstoreconnect.apple.com/", "appstoreconnect-v1"),
    ENTERPRISE_PROGRAM("https://api.enterprise.developer.apple.com/", "apple-developer-enterprise-v1");

    private final String baseUrl;
    private final String audience;

    AppleApi(String baseUrl, String audience) {
        this.baseUrl = baseUrl;
        this.audience = audience;
    }

    HttpUrl baseUrl() {
        return HttpUrl.get(baseUrl);
    }

    String audience() {
        return audience;
    }
}
