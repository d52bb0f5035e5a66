package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.ascjava.client.api.apps.ListApps;
import io.github.ascjava.client.api.users.ListUsers;
import io.github.ascjava.client.call.GetQuery;
import io.github.ascjava.client.model.users.UserInclude;
import io.github.ascjava.client.model.users.UserRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void everyMethodLeavesTheQueryItIsCalledOnAsItWas() {
        ListUsers query = new ListUsers().filterUsername("a");
        ListUsers changed = query.filterUsername("b").limit(3);

        assertThat(query).containsExactly(entry("filter[username]", "a"));
        assertThat(changed).containsExactly(entry("filter[username]", "b"), entry("limit", "3"));
    }

    @Test
    void aQueryCannotBeChangedAsAMap() {
        ListUsers query = new ListUsers().limit(3);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> query.put("limit", "4"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(query::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> query.entrySet().iterator().next().setValue("4"));
    }

    @Test
    void settingAParameterAgainReplacesIt() {
        assertThat(new ListUsers().param("sort", "x", "y").sort(ListUsers.Sort.USERNAME))
                .containsExactly(entry("sort", "username"));
    }

    @Test
    void aValueWithACommaIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListApps().filterName("Cut", "Cut, Copy"))
                .withMessage("A value of the parameter filter[name] contains a comma, which Apple would read as a"
                        + " separator. Pass several values separately.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ListApps().param("new", "a,b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ListApps().param("new", ","));
        assertThatIllegalArgumentException().isThrownBy(() -> new ListUsers().filterRoles(UserRole.of("ADMIN,SALES")));
    }

    @Test
    void aParameterWithoutValuesIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListApps().filterId())
                .withMessage("The parameter filter[id] needs at least one value.");
    }

    @Test
    @SuppressWarnings("NullAway") // As a caller without such checks does.
    void aValueOfNullIsRejectedWithTheNameOfTheParameter() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new ListApps().filterId("1", null))
                .withMessage("a value of the parameter filter[id]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 8000})
    void limitsWithinAppleRangeAreTaken(int limit) {
        assertThat(new GetQuery<UserInclude>().limit(UserInclude.VISIBLE_APPS, limit))
                .containsExactly(entry("limit[visibleApps]", "" + limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 8001, Integer.MAX_VALUE})
    void limitsBeyondAppleRangeAreRejected(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetQuery<UserInclude>().limit(UserInclude.VISIBLE_APPS, limit))
                .withMessage("The parameter limit[visibleApps] must be 0 to 8000, but was " + limit + ".");
    }

    @Test
    void anyParameterCanBeSetPastTheChecks() {
        assertThat(new ListApps().param("limit", "8000")).containsExactly(entry("limit", "8000"));
    }
}
