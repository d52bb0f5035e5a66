package com.example.spark;

import io.github.ascjava.examples.fleet.RedisRateLimiter;
import java.io.Serializable;

/**
 * What the tasks of a key share: a budget of requests, counted in Redis. A value that Spark sends to a worker.
 *
 * @param redis the URI of a Redis that all workers reach, such as {@code redis://host:6379}
 * @param perHour how many requests of a key the tasks may send in any hour
 * @param atOnce how many of them may be sent without a pause
 */
record Budget(String redis, int perHour, int atOnce) implements Serializable {

    /** Returns Apple's usual limit; no minute sees more than twice what may go at once. */
    static Budget of(String redis) {
        return new Budget(redis, 3600, 60);
    }

    /** Connects a worker. */
    RedisRateLimiter connect() {
        return RedisRateLimiter.connect(redis, perHour, atOnce);
    }
}
