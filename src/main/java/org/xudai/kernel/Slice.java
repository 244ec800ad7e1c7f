package org.xudai.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows
 * @param total how many there are; exact to 10,000
 * @param totalExact whether the total is exact
 * @param page number of the page, from 0
 * @param size rows a page
 * @param next key of the next page for {@code ?after=}, or null at the end
 */
public record Slice<T>(
        List<T> items,
        long total,
        boolean totalExact,
        int page,
        int size,
        @Nullable String next) {

    /** Up to here totals are exact. */
    public static final int COUNTED = 10_000;

    /**
     * A page of rows that were read with one more than fits, to see whether another page follows.
     *
     * @param counted how many rows there are, counted to {@link #COUNTED} and one
     * @param key the sorting values of a row
     */
    public static <T> Slice<T> of(List<T> read, long counted, int page, int size, Function<T, PageKey> key) {
        boolean more = read.size() > size;
        List<T> items = more ? read.subList(0, size) : read;
        return new Slice<>(
                items,
                Math.min(counted, COUNTED),
                counted <= COUNTED,
                page,
                size,
                more ? key.apply(items.get(size - 1)).text() : null);
    }

    /** The same page with other rows. */
    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), total, totalExact, page, size, next);
    }
}
