package org.xudai.loanbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;

/** The header row of a file: every column must be there, in any order. */
final class Header<C extends Enum<C>> {

    private final Class<C> columns;
    private final Function<C, String> title;
    private final List<C> order = new ArrayList<>();
    private final EnumMap<C, Integer> places;

    Header(Class<C> columns, Function<C, String> title) {
        this.columns = columns;
        this.title = title;
        this.places = new EnumMap<>(columns);
    }

    /** Reads the first row that is not blank; true for it and for blank rows. */
    boolean takes(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return true;
        }
        if (!order.isEmpty()) {
            return false;
        }
        List<String> missing = new ArrayList<>();
        for (C column : columns.getEnumConstants()) {
            int place = indexOf(cells, title.apply(column));
            if (place < 0) {
                missing.add(title.apply(column));
            } else {
                places.put(column, place);
                order.add(column);
            }
        }
        if (!missing.isEmpty()) {
            throw new LoanImports.UnreadableFile("import-header", String.join("、", missing));
        }
        return true;
    }

    void require() {
        if (order.isEmpty()) {
            throw new LoanImports.UnreadableFile("import-empty", "");
        }
    }

    EnumMap<C, String> cells(List<String> row) {
        EnumMap<C, String> cells = new EnumMap<>(columns);
        places.forEach((column, place) ->
                cells.put(column, place < row.size() ? row.get(place).strip() : ""));
        return cells;
    }

    private static int indexOf(List<String> cells, String title) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).strip().replace("（", "(").replace("）", ")").equals(title)) {
                return i;
            }
        }
        return -1;
    }
}
