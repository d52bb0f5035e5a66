package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.behaviour.provisioning.Capabilities;
import io.github.ascjava.testing.behaviour.provisioning.CertificateIssue;
import io.github.ascjava.testing.behaviour.provisioning.ProfileIssue;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.pki.Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** App IDs, devices, certificates and profiles; some end soon, some have ended. */
final class Signing {

    private static final int IPHONES = 58;
    private static final int MANY = 55;

    private final Planter planter;
    private final Account account;
    private final CertificateIssue certificates;
    private final ProfileIssue profiles;
    private final Names names;

    Signing(Planter planter, Account account, Authority authority) {
        this.planter = planter;
        this.account = account;
        this.certificates = new CertificateIssue(account, authority);
        this.profiles = new ProfileIssue(account, authority);
        this.names = new Names(planter);
    }

    void plant(List<AppSeed> apps) {
        List<StoredResource> bundleIds = new ArrayList<>();
        for (AppSeed app : apps) {
            StoredResource bundleId = bundleId(app.bundleIdId(), app.bundleId(), app.name());
            planter.store().link(bundleId, "app", planter.store().get("apps", app.id()));
            bundleIds.add(bundleId);
        }
        StoredResource cortado = bundleIds.get(0);
        StoredResource trail = bundleIds.get(1);
        for (String capability : List.of("PUSH_NOTIFICATIONS", "ASSOCIATED_DOMAINS", "APPLE_ID_AUTH")) {
            Capabilities.add(cortado, capability, planter.world());
        }
        Capabilities.add(trail, "HEALTHKIT", planter.world());
        bundleId(planter.world().ids().code(), "com.example.cortado.widget", "Your Next Cortado Widget");
        bundleId(planter.world().ids().code(), "com.example.cortado.watchkitapp", "Your Next Cortado Watch");
        bundleId(planter.world().ids().code(), "com.example.*", "Wildcard");

        List<StoredResource> iPhones = iPhones();
        StoredResource mac = otherDevices();

        StoredResource development = certificate("DEVELOPMENT", "Maya Okafor", 120);
        certificate("DEVELOPMENT", "Jonas Lind", 300);
        certificate("IOS_DEVELOPMENT", "Priya Raman", 352);
        StoredResource distribution = certificate("DISTRIBUTION", account.teamName(), 344);
        StoredResource newer = certificate("DISTRIBUTION", account.teamName(), 60);
        certificate("DEVELOPER_ID_APPLICATION", account.teamName(), 700);

        profile("Cortado Development", "IOS_APP_DEVELOPMENT", cortado, development, iPhones.subList(0, 8), 100, true);
        profile("Cortado Ad Hoc", "IOS_APP_ADHOC", cortado, newer, iPhones.subList(0, MANY), 50, true);
        profile("Cortado App Store", "IOS_APP_STORE", cortado, newer, List.of(), 50, true);
        profile("Trail Ledger App Store", "IOS_APP_STORE", trail, distribution, List.of(), 340, true);
        profile(
                "Trail Ledger Development",
                "IOS_APP_DEVELOPMENT",
                trail,
                development,
                iPhones.subList(0, 3),
                90,
                false);
        profile("Trail Ledger 2025", "IOS_APP_STORE", trail, distribution, List.of(), 400, true);
        profile("Gezeiten App Store", "IOS_APP_STORE", bundleIds.get(2), newer, List.of(), 30, true);
        profile("Lumière Mac", "MAC_APP_DEVELOPMENT", bundleIds.get(3), development, List.of(mac), 20, true);
    }

    private StoredResource bundleId(String id, String identifier, String name) {
        StoredResource bundleId = planter.add(
                "bundleIds",
                id,
                "name",
                name,
                "platform",
                "UNIVERSAL",
                "identifier",
                identifier,
                "seedId",
                account.teamId());
        Capabilities.add(bundleId, "IN_APP_PURCHASE", planter.world());
        return bundleId;
    }

    private List<StoredResource> iPhones() {
        List<StoredResource> iPhones = new ArrayList<>();
        List<String> models = List.of("iPhone 17 Pro", "iPhone 16", "iPhone 15", "iPhone SE (3rd generation)");
        for (int i = 0; i < IPHONES; i++) {
            String name = names.first() + "s iPhone";
            iPhones.add(
                    device(name, "IPHONE", planter.oneOf(models), "IOS", newUdid(), i > MANY ? "DISABLED" : "ENABLED"));
        }
        return iPhones;
    }

    /** Returns the Mac among them. */
    private StoredResource otherDevices() {
        device("Old iPhone", "IPHONE", "iPhone X", "IOS", oldUdid(), "DISABLED");
        device("iPad der Werkstatt", "IPAD", "iPad Air 11-inch (M3)", "IOS", newUdid(), "ENABLED");
        device("iPad at reception", "IPAD", "iPad (9th generation)", "IOS", newUdid(), "ENABLED");
        device("Zoë’s Watch", "APPLE_WATCH", "Apple Watch Series 10", "IOS", newUdid(), "ENABLED");
        device("Meeting room TV", "APPLE_TV", "Apple TV 4K (3rd generation)", "IOS", oldUdid(), "ENABLED");
        device("Lab Vision Pro", "APPLE_VISION_PRO", "Apple Vision Pro", "IOS", newUdid(), "ENABLED");
        device("iPod from the drawer", "IPOD", null, "IOS", oldUdid(), "DISABLED");
        device("Intel build machine", "MAC", null, "MAC_OS", planter.uuid().toUpperCase(Locale.ROOT), "ENABLED");
        return device("Mayas MacBook", "MAC", "MacBook Pro (14-inch, Nov 2023)", "MAC_OS", newUdid(), "ENABLED");
    }

    private StoredResource device(
            String name, String deviceClass, @Nullable String model, String platform, String udid, String status) {
        return planter.add(
                "devices",
                planter.world().ids().code(),
                "name",
                name,
                "platform",
                platform,
                "udid",
                udid,
                "deviceClass",
                deviceClass,
                "status",
                status,
                "model",
                model,
                "addedDate",
                Dates.provisioning(planter.daysAgo(20 + planter.below(700)), planter.world()));
    }

    private StoredResource certificate(String type, String owner, int age) {
        StoredResource certificate =
                planter.add("certificates", planter.world().ids().code(), "certificateType", type);
        certificates.complete(certificate, null, owner, planter.daysAgo(age), planter.world());
        return certificate;
    }

    private void profile(
            String name,
            String type,
            StoredResource bundleId,
            StoredResource certificate,
            List<StoredResource> devices,
            int age,
            boolean valid) {
        StoredResource profile =
                planter.add("profiles", planter.world().ids().code(), "name", name, "profileType", type);
        planter.store().link(profile, "bundleId", bundleId);
        planter.store().link(profile, "certificates", certificate);
        devices.forEach(device -> planter.store().link(profile, "devices", device));
        Instant created = planter.daysAgo(age);
        profiles.complete(profile, created, planter.world());
        if (!valid) {
            profile.attributes().put("profileState", "INVALID");
        }
        if (age > 365) {
            // Its certificate was another one, which is gone.
            profile.attributes()
                    .put("expirationDate", Dates.provisioning(created.plusSeconds(365L * 86_400), planter.world()));
        }
    }

    private String newUdid() {
        return String.format(
                "0000%04X-%016X",
                0x8100 + planter.below(0x50), planter.world().random().nextLong());
    }

    private String oldUdid() {
        return (planter.uuid() + planter.uuid()).replace("-", "").substring(0, 40);
    }
}
