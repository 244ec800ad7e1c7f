package org.xudai.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Days off and exchanged working days (调休), one file per year under {@code calendar/}. */
final class HolidayTable {

    private final Map<Integer, Map<LocalDate, Boolean>> years = new ConcurrentHashMap<>();

    /** Whether the day is worked by the table; nothing said means by its weekday. */
    boolean works(LocalDate day, boolean byWeekday) {
        return years.computeIfAbsent(day.getYear(), HolidayTable::load).getOrDefault(day, byWeekday);
    }

    private static Map<LocalDate, Boolean> load(int year) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        try (InputStream file = HolidayTable.class.getResourceAsStream("/calendar/" + year + ".csv")) {
            if (file == null) {
                return days;
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int comma = line.indexOf(',');
                    days.put(
                            LocalDate.parse(line.substring(0, comma)),
                            line.substring(comma + 1).strip().equals("W"));
                }
            }
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
