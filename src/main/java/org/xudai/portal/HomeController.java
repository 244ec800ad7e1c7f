package org.xudai.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xudai.dossier.DocumentState;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.intake.Finding;
import org.xudai.kernel.Masked;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Material;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** The task list: what is open, what is not his turn. */
@Controller
class HomeController {

    private final MyCase mine;
    private final Renewals renewals;
    private final LoanBook loans;
    private final FormLibrary forms;

    HomeController(MyCase mine, Renewals renewals, LoanBook loans, FormLibrary forms) {
        this.mine = mine;
        this.renewals = renewals;
        this.loans = loans;
        this.forms = forms;
    }

    /**
     * A row of the list.
     *
     * @param state what of it: {@code FILL PRINT UPLOAD REFUSED CORRECTION} to do; {@code LOOKING RECEIVED ACCEPTED
     *     CLOSED} not
     */
    record Row(String code, String state, @Nullable Finding reason, Material material) {
        public boolean open() {
            return switch (state) {
                case "FILL", "PRINT", "UPLOAD", "REFUSED", "CORRECTION" -> true;
                default -> false;
            };
        }

        /** Where the row leads. */
        public String address() {
            return state.equals("FILL") ? "/my/forms/" + code : "/my/materials/" + code;
        }
    }

    @GetMapping("/my")
    String home(Model model) {
        RenewalCase renewal = mine.renewal();
        List<Row> rows = mine.materials().stream()
                .map(material -> row(renewal, material))
                .toList();
        List<Row> open = rows.stream().filter(Row::open).toList();
        boolean collecting = renewal.state() == CaseState.COLLECTING;
        boolean waiting = rows.stream().anyMatch(row -> row.state().equals("LOOKING"));
        model.addAttribute("renewal", renewal);
        model.addAttribute("me", mine.me());
        model.addAttribute("open", open);
        model.addAttribute("rest", rows.stream().filter(row -> !row.open()).toList());
        model.addAttribute("collecting", collecting);
        model.addAttribute("pending", collecting && waiting);
        model.addAttribute(
                "submittable",
                collecting && open.isEmpty() && !waiting && mine.me().seesAll());
        Loan loan = loans.find(renewal.loans().get(0)).orElseThrow();
        model.addAttribute("loan", loan);
        model.addAttribute("mobile", mobile());
        model.addAttribute(
                "terms",
                renewal.state() == CaseState.AWAITING_TERMS
                        ? renewals.offeredTerms(renewal.number()).orElse(null)
                        : null);
        return collecting ? "portal/home" : "portal/state";
    }

    private @Nullable String mobile() {
        var mobile = mine.me().party().mobile();
        return mobile == null ? null : Masked.of(mobile).shown();
    }

    private Row row(RenewalCase renewal, Material material) {
        String code = material.code().value();
        if (renewal.state() == CaseState.COLLECTING && !mine.takes(material.code())) {
            return new Row(code, material.state() == MaterialState.ACCEPTED ? "ACCEPTED" : "CLOSED", null, material);
        }
        return switch (material.state()) {
            case ACCEPTED -> new Row(code, "ACCEPTED", null, material);
            case RECEIVED -> new Row(code, looking(material) ? "LOOKING" : "RECEIVED", null, material);
            case CORRECTION -> new Row(code, "CORRECTION", null, material);
            case OPEN, NOT_APPLICABLE -> open(code, material);
        };
    }

    private Row open(String code, Material material) {
        if (!material.documents().isEmpty()) {
            Finding reason = material.documents().get(0).findings().stream()
                    .filter(finding -> finding.level() == Finding.Level.BLOCK)
                    .findFirst()
                    .orElse(null);
            return new Row(code, "REFUSED", reason, material);
        }
        if (material.form() == null) {
            return new Row(code, "UPLOAD", null, material);
        }
        boolean fills = forms.template(code)
                .map(template -> template.fields().stream().anyMatch(field -> field.editable() && field.step() > 0))
                .orElse(false);
        boolean filled = material.form().version() > 1;
        return new Row(code, fills && !filled ? "FILL" : "PRINT", null, material);
    }

    private static boolean looking(Material material) {
        return material.documents().stream()
                .anyMatch(received -> received.document().state() == DocumentState.RECEIVED
                        || received.document().state() == DocumentState.INSPECTING);
    }

    /** Fields of a form that belong to a step. */
    static List<FormField> fieldsOf(FormLibrary forms, String code, int step) {
        return forms.template(code).orElseThrow().fields().stream()
                .filter(field -> field.editable() && field.step() == step)
                .toList();
    }
}
