package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency; amounts of different currencies are never added.
 *
 * @param amount may be negative, with as many decimal places as the report has
 * @param currency an ISO 4217 code such as {@code USD}
 * @since 0.1.0
 */
public record Money(BigDecimal amount, String currency) implements Serializable {

    /** Checks that both are given. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    static @Nullable Money ofNullable(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }
}
