package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.apps.AppInfoLocalization;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.release.LiveMetadata.Localization;
import io.github.ascjava.release.LiveMetadata.State;
import io.github.ascjava.release.internal.metadata.TextField;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads all texts of a version and of its app info, with four requests. */
final class LiveReader {

    private static final int PAGE = 200;

    /** States in which an app info can be edited; see docs/live-service.md#live-app-infos-are-locked. */
    private static final Set<String> EDITABLE =
            Set.of("PREPARE_FOR_SUBMISSION", "READY_FOR_REVIEW", "DEVELOPER_REJECTED", "REJECTED");
    /** States of an app info that customers see, or saw. */
    private static final Set<String> PUBLISHED = Set.of("READY_FOR_DISTRIBUTION", "REPLACED_WITH_NEW_INFO");

    private final AppStoreConnect asc;

    LiveReader(AppStoreConnect asc) {
        this.asc = asc;
    }

    LiveMetadata read(MetadataTarget target) {
        VersionChoice choice = VersionChoice.of(asc, target);
        AppStoreVersion version = choice.version();
        State appInfo = appInfo(target.appId());
        Map<MetadataPart, SortedMap<String, Localization>> localizations = new EnumMap<>(MetadataPart.class);
        localizations.put(MetadataPart.VERSION, localizations(MetadataPart.VERSION, version.id()));
        localizations.put(MetadataPart.APP_INFO, localizations(MetadataPart.APP_INFO, appInfo.id()));
        return new LiveMetadata(
                target.appId(),
                choice.platform(),
                new State(version.id(), VersionChoice.state(version), VersionChoice.isEditable(version)),
                Objects.requireNonNullElse(version.versionString(), ""),
                choice.isFirst(),
                appInfo,
                localizations);
    }

    /** Returns the draft; without one that in review, and otherwise the published one. */
    private State appInfo(String appId) {
        List<State> infos = asc.apps().listAppInfos(appId, q -> q.limit(PAGE)).stream()
                .map(LiveReader::state)
                .sorted(Comparator.comparing((State info) -> !info.isEditable())
                        .thenComparing(info -> PUBLISHED.contains(info.name())))
                .toList();
        if (infos.isEmpty()) {
            throw MetadataException.of("The app " + appId + " has no app info that this key may read.");
        }
        return infos.get(0);
    }

    private static State state(AppInfo info) {
        String name = VersionChoice.name(info.state() == null ? info.appStoreState() : info.state());
        return new State(info.id(), name, EDITABLE.contains(name));
    }

    /** Returns the localizations of a version or an app info by locale. */
    private SortedMap<String, Localization> localizations(MetadataPart part, String id) {
        SortedMap<String, Localization> all = new TreeMap<>();
        if (part == MetadataPart.VERSION) {
            asc.appStoreVersions()
                    .listAppStoreVersionLocalizations(id, q -> q.limit(PAGE))
                    .forEach(each -> put(all, each.locale(), each.id(), texts(each)));
        } else {
            asc.appInfos()
                    .listAppInfoLocalizations(id, q -> q.limit(PAGE))
                    .forEach(each -> put(all, each.locale(), each.id(), texts(each)));
        }
        return all;
    }

    private static void put(
            Map<String, Localization> all, @Nullable String locale, String id, Map<TextField, String> texts) {
        if (locale != null) {
            all.put(locale, new Localization(id, texts));
        }
    }

    private static Map<TextField, String> texts(AppStoreVersionLocalization each) {
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        put(texts, TextField.DESCRIPTION, each.description());
        put(texts, TextField.KEYWORDS, each.keywords());
        put(texts, TextField.PROMOTIONAL_TEXT, each.promotionalText());
        put(texts, TextField.MARKETING_URL, url(each.marketingUrl(), "marketingUrl", each.unknownFields()));
        put(texts, TextField.SUPPORT_URL, url(each.supportUrl(), "supportUrl", each.unknownFields()));
        put(texts, TextField.WHATS_NEW, each.whatsNew());
        return texts;
    }

    private static Map<TextField, String> texts(AppInfoLocalization each) {
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        put(texts, TextField.NAME, each.name());
        put(texts, TextField.SUBTITLE, each.subtitle());
        put(texts, TextField.PRIVACY_POLICY_URL, each.privacyPolicyUrl());
        put(texts, TextField.PRIVACY_CHOICES_URL, each.privacyChoicesUrl());
        put(texts, TextField.PRIVACY_POLICY_TEXT, each.privacyPolicyText());
        return texts;
    }

    private static void put(Map<TextField, String> texts, TextField field, @Nullable Object value) {
        String text = TextField.normalized(value == null ? null : value.toString());
        if (text != null) {
            texts.put(field, text);
        }
    }

    /** Text that is not a URI is among the unknown fields. */
    private static @Nullable Object url(@Nullable Object uri, String name, UnknownFields others) {
        return uri == null ? others.attributes().get(name) : uri;
    }
}
