package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows the attributes of each planned type, because a type without a description is best described by its use. */
final class Usages {

    private final Map<String, String> first = new TreeMap<>();

    private Usages() {}

    static Usages of(Model model) {
        Usages usages = new Usages();
        for (Resource resource : model.resources()) {
            usages.add(resource.name(), resource.attributes());
        }
        for (ObjectType object : model.objects()) {
            usages.add(object.name(), object.members());
        }
        return usages;
    }

    /** Returns the beginning of a sentence, such as {@code A value of AppRoom.roomKind}, or the name in words. */
    String of(JavaType type) {
        String use = first.get(type.name());
        return use == null
                ? Names.capitalized(Names.withArticle(Names.words(type.name())))
                : "A value of {@code " + use + "}";
    }

    private void add(JavaType owner, List<Member> members) {
        for (Member member : members) {
            first.putIfAbsent(member.type().element().name(), owner.name() + "." + member.javaName());
        }
    }
}
