package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The planned moments of a case (domain: Timing). Moments already past when they were planned are left out.
 *
 * @param anchor the earlier of whitelist end and maturity
 * @param reminders moments of reminders, ascending
 * @param lastNormalDay until then a review has its normal time
 * @param escalateAt escalation to the manager
 * @param hardStopAt hard stop
 */
public record Deadlines(
        LocalDate anchor, List<Instant> reminders, LocalDate lastNormalDay, Instant escalateAt, Instant hardStopAt) {}
