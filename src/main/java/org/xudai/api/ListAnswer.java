package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.Slice;

/** A list as the API gives it; {@code next} is null on the last page. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ListAnswer<T>(
        List<T> items,
        long total,
        boolean totalExact,
        int page,
        int size,
        @Nullable String next) {

    static <S, T> ListAnswer<T> of(Slice<S> slice, Function<S, T> shown) {
        return new ListAnswer<>(
                slice.items().stream().map(shown).toList(),
                slice.total(),
                slice.totalExact(),
                slice.page(),
                slice.size(),
                slice.next());
    }
}
