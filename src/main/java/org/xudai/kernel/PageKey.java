package org.xudai.kernel;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page of a list ended: the sorting values of its last row, opaque to a caller ({@code next}, {@code ?after=}).
 *
 * @param values the sorting values as text; an empty one stands for a missing value
 */
public record PageKey(List<String> values) {

    private static final String SEPARATOR = "\n";

    /** What a sorting value is. */
    public enum Kind {
        DAY,
        MOMENT,
        /** Rows without it come last. */
        MOMENT_OR_NONE,
        TEXT
    }

    /** The key of a row. */
    public static PageKey of(Object... values) {
        return new PageKey(List.of(values).stream().map(Object::toString).toList());
    }

    /** Reads what {@link #text()} wrote; nothing where it is no key of a list sorted by these. */
    public static Optional<PageKey> read(String text, Kind... kinds) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            PageKey key = new PageKey(List.of(plain.split(SEPARATOR, -1)));
            return key.fits(kinds) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key in letters that need no escaping in an address. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    public boolean has(int index) {
        return !values.get(index).isEmpty();
    }

    public String string(int index) {
        return values.get(index);
    }

    public LocalDate day(int index) {
        return LocalDate.parse(values.get(index));
    }

    public Instant moment(int index) {
        return Instant.parse(values.get(index));
    }

    private boolean fits(Kind... kinds) {
        if (values.size() != kinds.length) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            boolean none = !has(i) && kinds[i] == Kind.MOMENT_OR_NONE;
            if (!none && !is(i, kinds[i])) {
                return false;
            }
        }
        return true;
    }

    /** Years beyond 9999 are no keys: the database could not compare them. */
    private boolean is(int index, Kind kind) {
        try {
            return switch (kind) {
                case DAY -> values.get(index).length() == 10 && day(index).getYear() > 0;
                case MOMENT, MOMENT_OR_NONE ->
                    values.get(index).startsWith("2") && moment(index).isAfter(Instant.EPOCH);
                case TEXT -> has(index) && values.get(index).indexOf('\0') < 0;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }
}
