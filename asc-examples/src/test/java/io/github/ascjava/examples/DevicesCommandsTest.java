package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DevicesCommandsTest extends SandboxedTest {

    private static final String LIST = """
            Device ID\tDevice Name\tDevice Platform
            00008150-001A2B3C4D5E601F\tAda's iPhone\tios
            KNOWN\tthe same as the old one\tios
            00008150001A2B3C4D5E601F\tAda's again\tios
            """;

    @Test
    void listsOnlyWhatIsAskedFor() {
        assertThat(run("devices", "list", "--status", "DISABLED").out().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" DISABLED "))
                .anySatisfy(line -> assertThat(line).contains("Old iPhone"));
    }

    @Test
    void registersWhatIsNewAndSkipsWhatIsKnownHoweverItIsWritten() {
        Program run = run(
                "devices",
                "register",
                file("devices.txt", LIST.replace("KNOWN", udid("Old iPhone").toUpperCase(Locale.ROOT))));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("Ada's iPhone +registered")
                .containsPattern("the same as the old one +known as Old iPhone")
                .containsPattern("Ada's again +twice in the list");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void oneThatAppleRefusesDoesNotKeepTheOthersOut() {
        Program run = run(
                "devices", "register", file("devices.txt", "xyz\tWrong\tios\n00008150-001A2B3C4D5E601F\tGood\tios\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("An invalid value 'xyz' was provided for the parameter 'udid'.")
                .containsPattern("Good +registered");
    }

    @Test
    void aLineThatIsNoDeviceIsNamedBeforeAnythingIsSent() {
        Program run = run("devices", "register", file("devices.txt", LIST + "no tab here\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("devices.txt line 5 is no line of a device list: it needs an identifier, a tab and a name.");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNoStackTrace() {
        Program run = run("devices", "register", "nowhere.txt");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nowhere.txt").doesNotContain("\tat ");
    }

    @Test
    void disablesADeviceAfterAsking() {
        Program run =
                answering("yes", "devices", "disable", udid("iPad at reception").toLowerCase(Locale.ROOT));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Disable iPad at reception? Profiles that list them become invalid. [y/N]");
        assertThat(run("devices", "list", "--status", "DISABLED").out()).contains("iPad at reception");
    }

    private String udid(String name) {
        return String.valueOf(sandbox.client()
                .devices()
                .list(q -> q.filterName(name))
                .iterator()
                .next()
                .udid());
    }

    @Test
    void csvLeavesTheFileNameThatFollowsToTheCommand() {
        Program run = run("devices", "register", "--csv", file("list.txt", "00008150-001A2B3C4D5E601F\tMine\n"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("udid,name,result");
    }

    @Test
    void aFileThatIsNotThereIsNamedInASentence() {
        Program run = run("devices", "register", "/nope.txt");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("The file /nope.txt does not exist.");
    }
}
