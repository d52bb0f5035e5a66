package io.github.ascjava.testing.internal.behavior.common;

/**
 * Whose team it is, as far as no resource of the API tells.
 *
 * @param teamId ten capital letters and digits; also what app identifiers begin with
 * @param teamName the name that certificates and reports show
 * @param vendorNumber what sales and finance reports are asked for with
 */
public record Account(String teamId, String teamName, String vendorNumber) {

    /** The sandbox's team. */
    public static final Account SANDBOX = new Account("X8NNQ9CYL2", "Example Coffee Labs", "85012345");
}
