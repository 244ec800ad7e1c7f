package org.xudai.retention;

import java.time.LocalDate;

/**
 * When the time of something runs out.
 *
 * @param clock its clock
 * @param since the day from which the time runs, in the business zone
 * @param keptUntil the last day on which it is kept
 */
public record Due(RetentionClock clock, LocalDate since, LocalDate keptUntil) {}
