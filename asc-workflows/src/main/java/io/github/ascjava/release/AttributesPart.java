package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionCreate;
import io.github.ascjava.client.model.appstore.AppStoreVersionUpdate;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The version itself: it is created, or gets another number, or other attributes. */
final class AttributesPart extends VersionPart {

    /** The copyright can be changed in any state (docs/live-service.md#live-versions-are-locked). */
    private static final String COPYRIGHT = "copyright";

    private final VersionContext context;
    private final Map<String, Object> different = new LinkedHashMap<>();

    AttributesPart(VersionContext context) {
        super("version");
        this.context = context;
        find();
        AppStoreVersion version = context.version();
        VersionOptions options = context.options();
        if (version == null || !options.versionString().equals(version.versionString())) {
            different.put("versionString", options.versionString());
        }
        different.putAll(ResourceAttributes.different(options.values().attributes, version));
        changes(different, name -> ResourceAttributes.value(version, name));
        different.keySet().stream()
                .filter(name -> context.isLocked() && !name.equals(COPYRIGHT))
                .forEach(context::locked);
    }

    /** Finds the version, or the one in preparation, which then gets the wanted number. */
    private void find() {
        VersionOptions options = context.options();
        AppVersions versions = AppVersions.read(context.asc(), options.appId(), options.platform());
        Optional<AppStoreVersion> current = versions.current();
        context.version(versions.named(options.versionString())
                .or(() -> current.filter(VersionStates::isEditable))
                .orElse(null));
        if (context.version() == null && current.isPresent()) {
            context.problems()
                    .add("Version " + options.versionString() + " cannot be created while "
                            + VersionStates.describe(current.get())
                            + (AppVersionState.PENDING_DEVELOPER_RELEASE.equals(VersionStates.of(current.get()))
                                    ? ". Release that version first."
                                    : ". Wait until it is released, or cancel its review."));
        }
    }

    @Override
    void apply() {
        AppStoreVersion version = context.version();
        context.version(version == null ? create() : update(version.id()));
    }

    private AppStoreVersion create() {
        VersionOptions options = context.options();
        AppStoreVersionCreate.Builder body = AppStoreVersionCreate.builder()
                .app(options.appId())
                .platform(options.platform())
                .versionString(options.versionString());
        options.values().attributes.forEach(body::attribute);
        return CreateOrUpdate.execute(context.asc().appStoreVersions().create(body.build()), this::update);
    }

    private AppStoreVersion update(String id) {
        AppStoreVersionUpdate.Builder body = AppStoreVersionUpdate.builder();
        different.forEach(body::attribute);
        return context.asc().appStoreVersions().update(id, body.build()).execute();
    }
}
