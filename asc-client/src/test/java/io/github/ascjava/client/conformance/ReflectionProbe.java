package io.github.ascjava.client.conformance;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs a program in a JVM of its own, as a debugger does, and records what its libraries do by reflection: breakpoints on
 * the JDK's methods tell which class is meant and who calls.
 */
final class ReflectionProbe {

    /** What a library did with a class; the detail is a member, or empty. */
    record Access(Kind kind, String type, String detail) implements Comparable<Access> {
        @Override
        public int compareTo(Access other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return kind + " " + type + (detail.isEmpty() ? "" : " " + detail);
        }
    }

    enum Kind {
        /** A proxy was created. */
        PROXY,
        /** Members of the class were looked up. That it was found by its name shows in what is done with it. */
        QUERY,
        CONSTRUCTOR,
        METHOD,
        /** Public fields were looked up, which is done to read them. */
        FIELDS
    }

    /** Only these callers count: the JDK's own reflection needs no metadata, and tests are not part of an image. */
    private static final List<String> CALLERS =
            List.of("io.github.ascjava.", "retrofit2.", "com.fasterxml.jackson.", "io.jsonwebtoken.");

    private static final Map<String, Set<String>> WATCHED = Map.of(
            "java.lang.Class",
                    Set.of(
                            "newInstance",
                            "getRecordComponents",
                            "getConstructor",
                            "getConstructors",
                            "getDeclaredConstructor",
                            "getDeclaredConstructors",
                            "getMethod",
                            "getMethods",
                            "getDeclaredMethod",
                            "getDeclaredMethods",
                            "getField",
                            "getFields",
                            "getDeclaredField",
                            "getDeclaredFields"),
            "java.lang.reflect.Proxy", Set.of("newProxyInstance"),
            "java.lang.reflect.Constructor", Set.of("newInstance"),
            "java.lang.reflect.Method", Set.of("invoke"),
            "java.lang.invoke.MethodHandles$Lookup", Set.of("unreflect", "unreflectSpecial"));

    private static final long QUIET_MILLIS = 60_000;

    private final String program;
    private final Set<Access> seen = new TreeSet<>();

    private ReflectionProbe(String program) {
        this.program = program;
    }

    /**
     * Runs the main method of a class on the class path of this test.
     *
     * @param output the file for what the program prints
     * @return the accesses, and the exit code as {@code exit} of the program
     */
    static Result run(Class<?> program, Path output) throws IOException, InterruptedException {
        return new ReflectionProbe(program.getName()).run(output);
    }

    record Result(int exitCode, Set<Access> seen) {}

    private Result run(Path output) throws IOException, InterruptedException {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        Map<String, Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("localAddress")).setValue("127.0.0.1");
        try {
            String address = connector.startListening(arguments);
            Process process = start(address.substring(address.lastIndexOf(':') + 1), output);
            try {
                VirtualMachine machine = connector.accept(arguments);
                connector.stopListening(arguments);
                record(machine);
                return new Result(process.waitFor(), seen);
            } finally {
                process.destroyForcibly();
            }
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(String port, Path output) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:" + port,
                        "-cp",
                        classPath,
                        program)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private void record(VirtualMachine machine) throws InterruptedException {
        for (String watched : WATCHED.keySet()) {
            ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(watched);
            request.enable();
            machine.classesByName(watched).forEach(this::watch);
        }
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove(QUIET_MILLIS);
                if (events == null) {
                    throw new IllegalStateException("The program does nothing any more, and does not end.");
                }
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        watch(prepared.referenceType());
                    } else if (event instanceof BreakpointEvent reached) {
                        record(reached);
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            // The program has ended.
        }
    }

    private void watch(ReferenceType type) {
        for (Method method : type.methods()) {
            if (WATCHED.getOrDefault(type.name(), Set.of()).contains(method.name())
                    && !method.isNative()
                    && !method.isAbstract()) {
                BreakpointRequest request =
                        type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
                request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                request.enable();
            }
        }
    }

    private void record(BreakpointEvent event) {
        try {
            List<StackFrame> frames =
                    event.thread().frames(0, Math.min(2, event.thread().frameCount()));
            if (frames.size() == 2 && counts(frames.get(1).location())) {
                seen.add(access(event.location().method(), frames.get(0)));
            }
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException("The thread of a breakpoint is suspended.", e);
        }
    }

    private boolean counts(Location caller) {
        String name = caller.declaringType().name();
        return CALLERS.stream().anyMatch(name::startsWith)
                && !name.startsWith(ReflectionProbe.class.getPackageName() + ".");
    }

    private static Access access(Method method, StackFrame frame) {
        List<Value> arguments = frame.getArgumentValues();
        return switch (method.declaringType().name()) {
            case "java.lang.reflect.Proxy" -> new Access(Kind.PROXY, interfaces(arguments.get(1)), "");
            case "java.lang.reflect.Constructor" -> member(Kind.CONSTRUCTOR, frame.thisObject());
            case "java.lang.reflect.Method" -> member(Kind.METHOD, frame.thisObject());
            case "java.lang.invoke.MethodHandles$Lookup" -> member(Kind.METHOD, (ObjectReference) arguments.get(0));
            default ->
                switch (method.name()) {
                    case "newInstance" -> new Access(Kind.CONSTRUCTOR, name(frame.thisObject()), "");
                    case "getFields" -> new Access(Kind.FIELDS, name(frame.thisObject()), "");
                    default -> new Access(Kind.QUERY, name(frame.thisObject()), "");
                };
        };
    }

    private static String interfaces(Value array) {
        return ((ArrayReference) array)
                .getValues().stream().map(ReflectionProbe::name).collect(Collectors.joining(","));
    }

    private static Access member(Kind kind, ObjectReference member) {
        String name = kind == Kind.CONSTRUCTOR ? "" : text(value(member, "name"));
        return new Access(kind, name(value(member, "clazz")), name);
    }

    private static Value value(ObjectReference object, String field) {
        return object.getValue(object.referenceType().fieldByName(field));
    }

    private static String name(Value type) {
        return ((ClassObjectReference) type).reflectedType().name();
    }

    private static String text(Value text) {
        return ((StringReference) text).value();
    }
}
