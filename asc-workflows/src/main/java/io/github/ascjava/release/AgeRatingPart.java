package io.github.ascjava.release;

import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import io.github.ascjava.client.model.apps.AgeRatingDeclarationUpdate;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers from which Apple calculates the age rating. */
final class AgeRatingPart extends VersionPart {

    private final VersionContext context;
    private final @Nullable AgeRatingDeclaration declaration;
    private final Map<String, Object> different;

    AgeRatingPart(VersionContext context) {
        super("age rating");
        this.context = context;
        Map<String, Object> wanted = context.options().values().ageRating;
        AppInfo info = wanted.isEmpty()
                ? null
                : AppInfoDraft.read(context.asc(), context.options().appId()).orElse(null);
        this.declaration = info == null
                ? null
                : ToOneReads.read(context.asc().appInfos().getAgeRatingDeclaration(info.id()))
                        .orElse(null);
        this.different = ResourceAttributes.different(wanted, declaration);
        changes(different, name -> ResourceAttributes.value(declaration, name));
        CategoriesPart.requireEditable(context, declaration == null ? null : info, !different.isEmpty(), "age ratings");
    }

    @Override
    void apply() {
        AgeRatingDeclarationUpdate.Builder body = AgeRatingDeclarationUpdate.builder();
        different.forEach((name, value) -> body.attribute(name, AgeRatingAnswers.value(name, value)));
        context.asc()
                .ageRatingDeclarations()
                .update(Objects.requireNonNull(declaration).id(), body.build())
                .execute();
    }
}
