package com.example.spark;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import okhttp3.OkHttpClient;

/** Checks the libraries of Spark's own class path, which come before those of {@code --jars}. */
final class Libraries {

    private static final int OKHTTP = 5;
    private static final int JACKSON = 18;

    private Libraries() {}

    /**
     * Checks the versions.
     *
     * @throws IllegalStateException if a library is older than the SDK needs; it names version and place
     */
    static void check() {
        checkJackson(PackageVersion.VERSION, place(PackageVersion.class));
        checkOkHttp(okHttpVersion(), place(OkHttpClient.class));
    }

    static void checkJackson(Version version, String place) {
        if (version.getMajorVersion() == 2 && version.getMinorVersion() < JACKSON) {
            throw new IllegalStateException("Spark brings Jackson " + version + " (" + place + "), but the SDK needs 2."
                    + JACKSON + " or later. Use Spark 4.");
        }
    }

    static void checkOkHttp(String version, String place) {
        if (Integer.parseInt(version.substring(0, version.indexOf('.'))) < OKHTTP) {
            throw new IllegalStateException("Spark brings OkHttp " + version + " (" + place
                    + "), but the SDK needs " + OKHTTP + ". Replace it and its Okio in Spark's jars, or use a Spark"
                    + " without cloud connectors.");
        }
    }

    /**
     * Reads the version at run time, because the compiler would copy the constant, and from the class loader of the
     * client: OkHttp 3 does not have the class, and the one of {@code --jars} would be found.
     */
    private static String okHttpVersion() {
        ClassLoader loader = OkHttpClient.class.getClassLoader();
        try {
            return (String) Class.forName("okhttp3.OkHttp", true, loader)
                    .getField("VERSION")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            return "3.x";
        }
    }

    private static String place(Class<?> type) {
        return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }
}
