package io.github.ascjava.notary.internal;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Tells URLs of this machine, which need no encryption, from others. */
public final class Loopback {

    private static final Pattern HOST =
            Pattern.compile("localhost|::1|127(\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

    private Loopback() {}

    /** Returns whether a URL is one of this machine. */
    public static boolean is(HttpUrl url) {
        return HOST.matcher(url.host()).matches();
    }
}
