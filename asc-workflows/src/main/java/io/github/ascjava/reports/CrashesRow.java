package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the analytics report App Crashes: the crashes of one version on a day.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/documentation/analytics-reports/app-crashes">Apple's page</a>
 * @since 0.1.0
 */
public record CrashesRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Crashes}
     */
    public CrashesRow {
        Objects.requireNonNull(row, "row").require("App Crashes", "Crashes");
    }

    /** Returns the day; the first day of the period in weekly and monthly instances. */
    public @Nullable LocalDate date() {
        return row.dateIfPresent("Date");
    }

    /** Returns the name of the app in App Store Connect. */
    public @Nullable String appName() {
        return row.textIfPresent("App Name");
    }

    /** Returns the Apple ID of the app, which is its ID in the API. */
    public @Nullable String appAppleIdentifier() {
        return row.textIfPresent("App Apple Identifier");
    }

    /** Returns the version of the app. */
    public @Nullable String appVersion() {
        return row.textIfPresent("App Version");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns the system and its version, such as {@code iOS 26.6}. */
    public @Nullable String platformVersion() {
        return row.textIfPresent("Platform Version");
    }

    /** Returns the number of crashes. */
    public @Nullable Long crashes() {
        return row.integerIfPresent("Crashes");
    }

    /** Returns the number of devices; not to be added up over rows. */
    public @Nullable Long uniqueDevices() {
        return row.integerIfPresent("Unique Devices");
    }
}
