package com.example.backend;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.reports.Reports;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A service over App Store Connect: apps and builds, events of webhooks, and sales in a database. */
@SpringBootApplication
@EnableScheduling
public class Backend {

    public static void main(String[] args) {
        SpringApplication.run(Backend.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One for the whole service, because it remembers the versions of reports that Apple named. */
    @Bean
    Reports reports(AppStoreConnect asc) {
        return Reports.of(asc);
    }
}
