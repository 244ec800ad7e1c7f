package org.xudai.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Answers the cells of a decision table that are texts and truth values, by DMN 1.3, 10.3.1.2 (grammar rules 7, 33 to 35),
 * and leaves all others to the FEEL engine, which builds all of its functions anew for each cell.
 */
final class LiteralCells implements InvocationHandler {

    /** One text, without escapes. */
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");

    /** Texts with commas between them. */
    private static final Pattern TEXTS = Pattern.compile(TEXT.pattern() + "(\\s*,\\s*" + TEXT.pattern() + ")*");

    private static final List<String> TRUTHS = List.of("true", "false");

    private final FeelEngine others;

    private LiteralCells(FeelEngine others) {
        this.others = others;
    }

    /** An engine that answers literals itself and asks the given one for everything else. */
    static FeelEngine before(FeelEngine others) {
        return (FeelEngine) Proxy.newProxyInstance(
                FeelEngine.class.getClassLoader(), new Class<?>[] {FeelEngine.class}, new LiteralCells(others));
    }

    @Override
    public @Nullable Object invoke(Object engine, Method asked, @Nullable Object[] arguments) throws Throwable {
        @Nullable
        Object known =
                switch (asked.getName()) {
                    case "evaluateSimpleExpression" -> literal(text(arguments[0]));
                    case "evaluateSimpleUnaryTests" ->
                        test(text(arguments[0]), value((VariableContext) arguments[2], text(arguments[1])));
                    default -> null;
                };
        if (known != null) {
            return known;
        }
        try {
            return asked.invoke(others, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object literal(String cell) {
        Matcher text = TEXT.matcher(cell);
        if (text.matches()) {
            return text.group(1);
        }
        return TRUTHS.contains(cell) ? Boolean.valueOf(cell) : null;
    }

    private static @Nullable Boolean test(String cell, @Nullable Object input) {
        if (input instanceof Boolean truth && TRUTHS.contains(cell)) {
            return truth == Boolean.parseBoolean(cell);
        }
        if (input instanceof String text && TEXTS.matcher(cell).matches()) {
            return TEXT.matcher(cell).results().anyMatch(one -> one.group(1).equals(text));
        }
        return null;
    }

    private static String text(@Nullable Object argument) {
        return String.valueOf(argument).strip();
    }

    private static @Nullable Object value(VariableContext variables, String name) {
        TypedValue typed = variables.resolve(name);
        return typed == null ? null : typed.getValue();
    }
}
