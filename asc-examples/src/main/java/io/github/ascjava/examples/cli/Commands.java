package io.github.ascjava.examples.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the commands that picocli's annotations name, handing those a connector that want one. */
public final class Commands implements CommandLine.IFactory {

    private final Connector connector;

    /** Makes a factory of commands that connect as told. */
    public Commands(Connector connector) {
        this.connector = connector;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Connector.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(connector));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
