package org.xudai.kernel;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** What a setting may be. One that may not be so keeps the node from starting, and the error names it. */
public final class Setting {

    private static final Set<String> WEB = Set.of("http", "https");

    private Setting() {}

    /**
     * A number that has a least value.
     *
     * @throws IllegalArgumentException where it is less
     */
    public static void atLeast(int least, String name, int value) {
        require(value >= least, name, "has to be " + least + " or more, not " + value);
    }

    /**
     * A time longer than none.
     *
     * @throws IllegalArgumentException where it is zero or negative
     */
    public static void positive(String name, Duration value) {
        require(!value.isNegative() && !value.isZero(), name, "has to be longer than nothing, not " + value);
    }

    /**
     * A text that is there.
     *
     * @throws IllegalArgumentException where it is blank
     */
    public static void filled(String name, String value) {
        require(!value.isBlank(), name, "must not be empty");
    }

    /**
     * A whole address of the web.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static void address(String name, URI value) {
        require(
                value.getHost() != null && WEB.contains(String.valueOf(value.getScheme())),
                name,
                "has to be an address like https://bank.example, not " + value);
    }

    /**
     * Any other rule.
     *
     * @param name whole name of the setting, e.g. {@code xudai.access.code-tries}
     * @param rule what it has to be, going on after the name
     * @throws IllegalArgumentException where it does not hold
     */
    public static void require(boolean holds, String name, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " " + rule);
        }
    }
}
