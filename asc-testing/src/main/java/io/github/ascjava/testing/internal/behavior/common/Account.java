package io.github.ascjava.testing.internal.behavior.common;

/**
 * The team, as far as no resource of the API describes it.
 *
 * @param teamId ten capital letters and digits; also the prefix of app identifiers
 * @param teamName the name that certificates and reports show
 * @param vendorNumber the vendor number that requests for sales and finance reports name
 */
public record Account(String teamId, String teamName, String vendorNumber) {

    /** The sandbox's team. */
    public static final Account SANDBOX = new Account("X8NNQ9CYL2", "Example Coffee Labs", "85012345");
}
