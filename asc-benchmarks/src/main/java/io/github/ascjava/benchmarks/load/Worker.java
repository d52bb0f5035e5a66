package io.github.ascjava.benchmarks.load;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.users.UserInvitation;
import io.github.ascjava.client.model.users.UserRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One of many concurrent workers that read and write, and know every expected response.
 *
 * <p>It deletes what it creates, so that the sandbox has the same content at the beginning and at the end.
 */
final class Worker implements Runnable {

    private final int number;
    private final AppStoreConnect asc;
    private final Findings findings;
    private final BooleanSupplier goesOn;
    private final Set<String> appIds;

    Worker(int number, AppStoreConnect asc, Findings findings, Set<String> appIds, BooleanSupplier goesOn) {
        this.number = number;
        this.asc = asc;
        this.findings = findings;
        this.appIds = appIds;
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        for (int round = 0; goesOn.getAsBoolean(); round++) {
            try {
                readApps();
                keepBundleId(number + "-" + round);
                keepInvitation(number + "-" + round);
            } catch (AscException e) {
                findings.wrong("Unexpected: " + e.getMessage());
            }
        }
    }

    private void readApps() {
        Set<String> found = new HashSet<>();
        for (Page<App> page : asc.apps().list(q -> q.limit(2)).pages()) {
            findings.answered();
            page.data().forEach(app -> findings.expect(found.add(app.id()), "no app twice"));
        }
        findings.expect(found.equals(appIds), "all apps, but got " + found);
        for (String id : appIds) {
            App app = answer(() -> asc.apps().get(id).execute());
            findings.expect(app.id().equals(id), "the app " + id + ", but got " + app.id());
        }
        expectNotFound(() -> asc.apps().get("1").execute());
    }

    private void keepBundleId(String name) {
        String identifier = "com.example.load-" + name;
        BundleIdCreate body = BundleIdCreate.builder()
                .name("Load " + name)
                .platform(BundleIdPlatform.IOS)
                .identifier(identifier)
                .build();
        BundleId created = answer(() -> asc.bundleIds().create(body).execute());
        findings.expect(identifier.equals(created.identifier()), identifier + ", but got " + created.identifier());
        try {
            asc.bundleIds().create(body).execute();
            findings.wrong("Expected a conflict for a second " + identifier + ".");
        } catch (ConflictException e) {
            findings.answered();
        }
        String newName = "Renamed " + name;
        answer(() -> asc.bundleIds().update(created.id(), b -> b.name(newName)).execute());
        BundleId read = answer(() -> asc.bundleIds().get(created.id()).execute());
        findings.expect(newName.equals(read.name()), newName + ", but got " + read.name());
        answer(() -> asc.bundleIds().delete(created.id()).executeWithResponse());
        expectNotFound(() -> asc.bundleIds().get(created.id()).execute());
    }

    private void keepInvitation(String name) {
        String email = "load-" + name + "@example.com";
        UserInvitation created = answer(() -> asc.userInvitations()
                .create(b -> b.email(email)
                        .firstName("Load")
                        .lastName("Worker")
                        .roles(UserRole.DEVELOPER)
                        .allAppsVisible(true))
                .execute());
        List<UserInvitation> found = answer(() ->
                asc.userInvitations().list(q -> q.filterEmail(email)).execute().data());
        findings.expect(
                found.size() == 1 && found.get(0).id().equals(created.id()), "the invitation of " + email + " alone");
        answer(() -> asc.userInvitations().delete(created.id()).executeWithResponse());
    }

    private void expectNotFound(Supplier<?> read) {
        try {
            findings.wrong("Expected a 404, but got " + read.get() + ".");
        } catch (NotFoundException e) {
            findings.answered();
        }
    }

    private <T> T answer(Supplier<T> call) {
        T value = call.get();
        findings.answered();
        return value;
    }
}
