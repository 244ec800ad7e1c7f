package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xudai.calendar.Calendars;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.EndedCase;
import org.xudai.testing.MovableClock;

/** How long things are kept: each clock from its own day, the last day counted. */
class RetentionClocksTests {

    private static final Instant ENDED = Instant.parse("2026-11-23T07:00:00Z");
    private static final LocalDate END = LocalDate.parse("2026-11-23");

    private final MovableClock clock = new MovableClock();
    private final RetentionClocks clocks = new RetentionClocks(settings(), Calendars.chinese(clock));

    static RetentionSettings settings() {
        return new RetentionSettings(
                Period.ofYears(10),
                Period.ofYears(2),
                Period.ofYears(2),
                Period.ofMonths(6),
                Period.ofYears(10),
                Period.ofYears(1),
                Period.ofYears(2),
                true,
                Duration.ofHours(1),
                200);
    }

    static EndedCase ended(CaseState state, Instant at, @Nullable LocalDate settledOn) {
        return new EndedCase(CaseNumber.of(2026, 17), "C0001", new BranchCode("35070201"), "某茶行", state, at, settledOn);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ELIGIBLE, REFUSED",
        "REFUSED, REFUSED",
        "WITHDRAWN, ABANDONED",
        "LAPSED, ABANDONED",
        "SETTLED, ABANDONED"
    })
    void aCaseThatCameToNothingIsKeptTwoYearsFromItsEnd(CaseState state, RetentionClock expected) {
        assertThat(clocks.of(ended(state, ENDED, null)))
                .contains(new Due(expected, END, LocalDate.parse("2028-11-23")));
    }

    @Test
    void aRenewedCaseIsKeptTenYearsFromTheSettlementOfTheNewLoan() {
        LocalDate settled = LocalDate.parse("2028-02-29");

        assertThat(clocks.of(ended(CaseState.RENEWED, ENDED, settled)))
                .contains(new Due(RetentionClock.RENEWED, settled, LocalDate.parse("2038-02-28")));
    }

    @Test
    void noClockRunsBeforeTheNewLoanIsSettled() {
        assertThat(clocks.of(ended(CaseState.RENEWED, ENDED, null))).isEmpty();
    }

    @Test
    void aLoanThatWasSettledBeforeTheCaseEndedDoesNotShortenItsTime() {
        assertThat(clocks.of(ended(CaseState.RENEWED, ENDED, LocalDate.parse("2026-01-05"))))
                .contains(new Due(RetentionClock.RENEWED, END, LocalDate.parse("2036-11-23")));
    }

    @Test
    void theLastDayIsStillKeptAndItIsADayOfTheBank() {
        Due due = clocks.of(ended(CaseState.REFUSED, ENDED, null)).orElseThrow();

        clock.set(Instant.parse("2028-11-23T15:59:59Z")); // a second before midnight in Shanghai
        assertThat(clocks.hasRunOut(due)).isFalse();

        clock.set(Instant.parse("2028-11-23T16:00:00Z"));
        assertThat(clocks.hasRunOut(due)).isTrue();
    }

    @Test
    void anEndLateInTheEveningOfUtcIsOfTheNextDay() {
        assertThat(clocks.ofDrafts(ended(CaseState.REFUSED, Instant.parse("2026-11-23T16:30:00Z"), null)))
                .isEqualTo(
                        new Due(RetentionClock.DRAFTS, LocalDate.parse("2026-11-24"), LocalDate.parse("2027-05-24")));
    }

    @ParameterizedTest
    @EnumSource(RetentionClock.class)
    void whatIsLookedForAmongRowsLeavesNothingOutThatHasRunOut(RetentionClock which) {
        for (LocalDate today = LocalDate.parse("2040-01-01"); today.getYear() < 2041; today = today.plusDays(1)) {
            clock.set(today.atTime(12, 0).toInstant(java.time.ZoneOffset.ofHours(8)));
            LocalDate latest = clocks.mayHaveRunOutSince(which);
            // the day after the one up to which rows are looked for has not run out
            assertThat(today)
                    .isBeforeOrEqualTo(latest.plusDays(1).plus(settings().of(which)));
        }
    }

    @Test
    void noClockRunsForACaseThatIsUnderWay() {
        assertThatThrownBy(() -> RetentionClock.of(CaseState.IN_REVIEW)).isInstanceOf(IllegalArgumentException.class);
    }
}
