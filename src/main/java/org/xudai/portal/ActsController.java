package org.xudai.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.CurrentParty;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** His final acts, each with a page to check before: submitting, withdrawing, answering changed terms; and asking for a call. */
@Controller
class ActsController {

    private final MyCase mine;
    private final Renewals renewals;
    private final CurrentParty current;

    ActsController(MyCase mine, Renewals renewals, CurrentParty current) {
        this.mine = mine;
        this.renewals = renewals;
        this.current = current;
    }

    @GetMapping("/my/submit")
    String checkSubmit(Model model) {
        mine.requireSeesAll();
        model.addAttribute("renewal", mine.renewal());
        model.addAttribute("materials", mine.materials());
        return "portal/submit";
    }

    @PostMapping("/my/submit")
    String submit(Model model) {
        mine.requireSeesAll();
        Renewals.Submitting result = renewals.submit(mine.number(), mine.actor());
        if (result instanceof Renewals.Submitting.Missing missing) {
            checkSubmit(model);
            model.addAttribute(
                    "missing",
                    missing.materials().stream().map(MaterialCode::value).toList());
            return "portal/submit";
        }
        return "redirect:/my";
    }

    @GetMapping("/my/withdraw")
    String checkWithdraw(Model model) {
        mine.requireSeesAll();
        model.addAttribute("renewal", mine.renewal());
        return "portal/withdraw";
    }

    @PostMapping("/my/withdraw")
    String withdraw(@RequestParam(defaultValue = "") String reason, Model model) {
        mine.requireSeesAll();
        String kept = reason.length() > 500 ? reason.substring(0, 500) : reason;
        if (!renewals.withdraw(mine.number(), mine.actor(), kept)) {
            checkWithdraw(model);
            model.addAttribute("notNow", true);
            return "portal/withdraw";
        }
        return "redirect:/my";
    }

    @GetMapping("/my/terms")
    String checkTerms(Model model) {
        if (mine.renewal().state() != CaseState.AWAITING_TERMS) {
            return "redirect:/my";
        }
        model.addAttribute("renewal", mine.renewal());
        model.addAttribute("terms", renewals.offeredTerms(mine.number()).orElseThrow(ProblemException::notFound));
        model.addAttribute("signer", mine.isSigner());
        return "portal/terms";
    }

    @PostMapping("/my/terms")
    String terms(@RequestParam boolean accept) {
        if (!mine.isSigner()) {
            throw ProblemException.notFound();
        }
        renewals.answerTerms(mine.number(), accept, mine.actor());
        return "redirect:/my";
    }

    @PostMapping("/my/guidance")
    String guidance() {
        boolean asked =
                renewals.requestGuidance(mine.number(), current.require().party(), "");
        return "redirect:/my" + (asked ? "?called" : "");
    }
}
