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

    /** The same page with other rows. */
    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), total, totalExact, page, size, next);
    }
}
