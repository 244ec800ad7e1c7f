package org.xudai.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PageKey;
import org.xudai.web.ProblemException;

/** Reads parameters of requests; what cannot be one is refused by its name. */
final class Parameters {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 99;
    private static final int LONGEST_TEXT = 200;

    private Parameters() {}

    /** Whether the database can hold a text: no NUL, no half of a surrogate pair. */
    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** Pages by number are the first 100; further on a list is read by {@code after}. */
    static int page(int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw invalid("page", "page-out-of-range", Integer.toString(page));
        }
        return page;
    }

    /** Rows a page; more than 200 are 200. */
    static int size(int size) {
        if (size < 1) {
            throw invalid("size", "size-out-of-range", Integer.toString(size));
        }
        return Math.min(size, LARGEST_PAGE);
    }

    /** Where the page before ended, as its {@code next} said. */
    static @Nullable PageKey after(@Nullable String after, PageKey.Kind... kinds) {
        if (after == null || after.isBlank()) {
            return null;
        }
        return PageKey.read(after.strip(), kinds).orElseThrow(() -> invalid("after", "after-unknown", ""));
    }

    /** A day that a loan can have. */
    static @Nullable LocalDate day(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2999)) {
            throw invalid(field, "date-wrong", "");
        }
        return day;
    }

    /** When something came that somebody enters by hand: not later than now. */
    static @Nullable Instant past(String field, @Nullable OffsetDateTime moment, Instant now) {
        if (moment == null) {
            return null;
        }
        if (moment.getYear() < 1900 || moment.toInstant().isAfter(now)) {
            throw invalid(field, "moment-in-future", "");
        }
        return moment.toInstant();
    }

    /** A short text or nothing. */
    static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            throw invalid(field, "too-long", "");
        }
        return text.strip();
    }

    static @Nullable BranchCode branch(@Nullable String branch) {
        if (branch == null || branch.isBlank()) {
            return null;
        }
        try {
            return new BranchCode(branch.strip());
        } catch (IllegalArgumentException e) {
            throw invalid("branch", branch);
        }
    }

    static Optional<LoanNumber> loan(String number) {
        try {
            return Optional.of(new LoanNumber(number.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static @Nullable MaterialCode material(@Nullable String code) {
        return material("material", code);
    }

    static @Nullable MaterialCode material(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return new MaterialCode(code.strip());
        } catch (IllegalArgumentException e) {
            throw invalid(field, code);
        }
    }

    /** The code of a form in an address: what cannot be one leads to nothing. */
    static MaterialCode form(String code) {
        try {
            return new MaterialCode(code.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    static DocumentId document(String id) {
        try {
            return DocumentId.of(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    static <E extends Enum<E>> @Nullable E choice(Class<E> type, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(field, value);
        }
    }

    static ProblemException invalid(String field, String value) {
        return invalid(field, "value-unknown", value);
    }

    static ProblemException missing(String field) {
        return invalid(field, "missing", "");
    }

    static ProblemException invalid(String field, String problem, String value) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                .with(List.of(new FieldProblem(field, problem, value)));
    }
}
