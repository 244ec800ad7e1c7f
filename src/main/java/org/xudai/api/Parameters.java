package org.xudai.api;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.web.ProblemException;

/** Reads parameters of requests; what cannot be one is refused by its name. */
final class Parameters {

    private static final int LARGEST_PAGE = 200;

    private Parameters() {}

    static int page(int page) {
        return Math.max(0, Math.min(page, 100));
    }

    static int size(int size) {
        return Math.max(1, Math.min(size, LARGEST_PAGE));
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
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return new MaterialCode(code.strip());
        } catch (IllegalArgumentException e) {
            throw invalid("material", code);
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
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                .with(java.util.List.of(new FieldProblem(field, "value-unknown", value)));
    }
}
