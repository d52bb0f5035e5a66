package io.github.ascjava.examples.metadata;

import io.github.ascjava.release.MetadataFormat;
import io.github.ascjava.release.MetadataSink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Texts as YAML 1.2: a mapping with a mapping for each locale, whose members are texts or null.
 *
 * <p>YAML 1.2, because in 1.1 the locale {@code no}, Norwegian, is the word for false.
 */
final class YamlTexts implements MetadataFormat {

    /** A text is two mappings deep; composing recurses for each level. */
    private static final int MAX_DEPTH = 8;

    private static final int MAX_CHARACTERS = 4 << 20;
    private static final int MAX_ALIASES = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .build();

    @Override
    public void read(String content, MetadataSink sink) {
        try {
            if (isShallow(content, sink)) {
                Optional<Node> root = new Compose(SETTINGS).composeString(content);
                if (root.orElse(null) instanceof MappingNode locales) {
                    locales.getValue().forEach(locale -> readLocale(locale, sink));
                } else {
                    sink.problem("This is not a mapping with a mapping for each locale.", 1);
                }
            }
        } catch (MarkedYamlEngineException e) {
            // The message quotes the text.
            sink.problem("This is not YAML with one document from this line on.", line(e.getProblemMark()));
        } catch (NumberFormatException e) {
            // Of a file that ends within an escape; Engine 3.2 lets it pass.
            sink.problem("This cannot be read as YAML: it ends within a text.", 0);
        } catch (YamlEngineException e) {
            sink.problem("This cannot be read as YAML: it has too many aliases, or too much text.", 0);
        }
    }

    private static boolean isShallow(String content, MetadataSink sink) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(content)) {
            if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                sink.problem("This is nested too deeply for texts by locale.", line(event.getStartMark()));
                return false;
            }
        }
        return true;
    }

    private static void readLocale(NodeTuple member, MetadataSink sink) {
        int line = line(member.getKeyNode().getStartMark());
        String locale = name(member.getKeyNode());
        if (locale == null) {
            sink.problem("The name of a locale is not a text.", line);
        } else if (member.getValueNode() instanceof MappingNode texts) {
            sink.locale(locale, line);
            texts.getValue().forEach(text -> readText(locale, text, sink));
        } else {
            sink.problem(locale + " is not a mapping with texts.", line);
        }
    }

    private static void readText(String locale, NodeTuple member, MetadataSink sink) {
        int line = line(member.getKeyNode().getStartMark());
        String key = name(member.getKeyNode());
        if (key == null) {
            sink.problem("The name of a text of " + locale + " is not a text.", line);
        } else if (member.getValueNode() instanceof ScalarNode text
                && text.getTag().equals(Tag.STR)) {
            sink.value(locale, key, text.getValue(), line);
        } else if (member.getValueNode() instanceof ScalarNode text
                && text.getTag().equals(Tag.NULL)) {
            sink.value(locale, key, null, line);
        } else {
            sink.problem(key + " of " + locale + " is not a text. Put it in quotes.", line);
        }
    }

    private static @Nullable String name(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) ? scalar.getValue() : null;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(each -> each.getLine() + 1).orElse(0);
    }
}
