package org.xudai.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.review.Opinion.CreditQuery;

/** The opinion of an investigation: prefilled, completed, and checked with its record of credit queries. */
@Component
class Opinions {

    private static final MaterialCode CONSENT = new MaterialCode("credit-authorization");
    private static final Set<String> OUTCOMES = Set.of("CLEAR", "FINDINGS", "EXPLAINED");
    private static final int LONGEST_TERM = 36;
    private static final int LONGEST_TEXT = 2000;

    private final Renewals renewals;
    private final Dossier dossier;
    private final DecisionTable decisions;
    private final Clock clock;

    Opinions(Renewals renewals, Dossier dossier, DecisionTable decisions, Clock clock) {
        this.renewals = renewals;
        this.dossier = dossier;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What an investigator starts from: his last opinion of this case, else what the borrower applied for. */
    Opinion prefilled(CaseNumber caseNumber) {
        return decisions.latestOpinion(caseNumber).orElseGet(() -> {
            var applied = renewals.application(caseNumber);
            return new Opinion(
                    applied.business(),
                    applied.use(),
                    applied.repaymentSource(),
                    applied.amount(),
                    applied.termMonths(),
                    List.of());
        });
    }

    /** The opinion as given, with prefilled values where a field was left out. */
    Opinion completed(CaseNumber caseNumber, @Nullable PartialOpinion given) {
        Opinion start = prefilled(caseNumber);
        if (given == null) {
            return start;
        }
        return new Opinion(
                or(given.business(), start.business()),
                or(given.use(), start.use()),
                or(given.repaymentSource(), start.repaymentSource()),
                Optional.ofNullable(given.amount()).orElse(start.amount()),
                Optional.ofNullable(given.termMonths()).orElse(start.termMonths()),
                Optional.ofNullable(given.creditQueries()).orElse(start.creditQueries()));
    }

    /** Problems by field. Credit queries are asked for only where the investigation agrees. */
    List<FieldProblem> problems(RenewalCase renewal, Opinion opinion, boolean agrees) {
        List<FieldProblem> problems =
                new ArrayList<>(terms("opinion", renewal, opinion.amount(), opinion.termMonths()));
        texts(opinion).forEach((field, text) -> {
            if (text.length() > LONGEST_TEXT) {
                problems.add(new FieldProblem("opinion." + field, "text-too-long", ""));
            }
        });
        Map<String, String> names = new LinkedHashMap<>();
        renewals.creditSubjects(renewal.number()).forEach(subject -> names.put(subject.subject(), subject.name()));
        Optional<Instant> consent = consentReceived(renewal.number());
        List<CreditQuery> queries = opinion.creditQueries();
        for (int i = 0; i < queries.size(); i++) {
            problems.addAll(query("opinion.creditQueries[" + i + "]", queries.get(i), names.keySet(), consent));
        }
        if (agrees) {
            Set<String> asked = queries.stream().map(CreditQuery::subject).collect(Collectors.toSet());
            names.forEach((subject, name) -> {
                if (!asked.contains(subject)) {
                    problems.add(new FieldProblem("opinion.creditQueries", "credit-query-missing", name));
                }
            });
        }
        return problems;
    }

    private static Map<String, String> texts(Opinion opinion) {
        return Map.of(
                "business", opinion.business(), "use", opinion.use(), "repaymentSource", opinion.repaymentSource());
    }

    /** Problems of an amount and a term. */
    static List<FieldProblem> terms(String field, RenewalCase renewal, Money amount, int termMonths) {
        List<FieldProblem> problems = new ArrayList<>();
        if (amount.amount().signum() == 0 || amount.compareTo(renewal.balance()) > 0) {
            problems.add(new FieldProblem(field + ".amount", "amount-out-of-range", amount.grouped()));
        }
        if (termMonths < 1 || termMonths > LONGEST_TERM) {
            problems.add(new FieldProblem(field + ".termMonths", "term-out-of-range", Integer.toString(termMonths)));
        }
        return problems;
    }

    private List<FieldProblem> query(String field, CreditQuery query, Set<String> subjects, Optional<Instant> consent) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!subjects.contains(query.subject())) {
            problems.add(new FieldProblem(field + ".subject", "credit-subject-not-covered", query.subject()));
        }
        if (query.number().isBlank() || query.number().length() > 64) {
            problems.add(new FieldProblem(field + ".number", "credit-number-missing", ""));
        }
        if (!OUTCOMES.contains(query.outcome())) {
            problems.add(new FieldProblem(field + ".outcome", "credit-outcome-unknown", query.outcome()));
        }
        Instant at = query.at();
        if (at == null || at.isAfter(clock.instant())) {
            problems.add(new FieldProblem(field + ".at", "credit-time-wrong", ""));
        } else if (consent.isEmpty() || at.isBefore(consent.get())) {
            problems.add(new FieldProblem(field + ".at", "credit-before-consent", ""));
        }
        return problems;
    }

    /** When the bytes of the credit authorisation arrived, to the second; a refused one is no consent. */
    private Optional<Instant> consentReceived(CaseNumber caseNumber) {
        return dossier.ofCase(caseNumber).stream()
                .filter(document -> CONSENT.equals(document.material()))
                .filter(document -> document.channel() != org.xudai.dossier.Channel.ISSUED)
                .filter(document -> document.state() != DocumentState.REFUSED)
                .map(document -> document.storedAt().truncatedTo(ChronoUnit.SECONDS))
                .min(Instant::compareTo);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }
}
