package org.xudai.portal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Material;
import org.xudai.renewal.PartyAct;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** His final acts, each with a page to check before: submitting, withdrawing, answering changed terms. */
@Controller
class ActsController {

    private final MyCase mine;
    private final Renewals renewals;
    private final Receipts receipts;

    ActsController(MyCase mine, Renewals renewals, Receipts receipts) {
        this.mine = mine;
        this.renewals = renewals;
        this.receipts = receipts;
    }

    @GetMapping("/my/submit")
    String checkSubmit(Model model) {
        mine.require(PartyAct.SUBMIT);
        if (mine.renewal().state() != CaseState.COLLECTING) {
            return "redirect:/my";
        }
        List<Material> materials = mine.materials();
        List<Material> missing = materials.stream()
                .filter(material -> material.required() && TaskRows.counting(material) == null)
                .toList();
        model.addAttribute("renewal", mine.renewal());
        model.addAttribute("receipt", receipts.of(mine.renewal()));
        model.addAttribute("materials", materials);
        model.addAttribute(
                "missing",
                missing.stream().map(material -> material.code().value()).toList());
        return "portal/submit";
    }

    @PostMapping("/my/submit")
    String submit() {
        mine.require(PartyAct.SUBMIT);
        Renewals.Submitting result = renewals.submit(mine.number(), mine.actor());
        return result instanceof Renewals.Submitting.Missing ? "redirect:/my/submit?tried" : "redirect:/my";
    }

    @GetMapping("/my/withdraw")
    String checkWithdraw(Model model) {
        mine.require(PartyAct.WITHDRAW);
        model.addAttribute("renewal", mine.renewal());
        model.addAttribute(
                "possible", mine.renewal().state().isOpen() && mine.renewal().state() != CaseState.RENEWING);
        return "portal/withdraw";
    }

    @PostMapping("/my/withdraw")
    String withdraw(@RequestParam(defaultValue = "") String reason) {
        mine.require(PartyAct.WITHDRAW);
        String kept = reason.length() > 500 ? reason.substring(0, 500) : reason;
        return renewals.withdraw(mine.number(), mine.actor(), kept) ? "redirect:/my" : "redirect:/my/withdraw";
    }

    @GetMapping("/my/terms")
    String checkTerms(Model model) {
        if (mine.renewal().state() != CaseState.AWAITING_TERMS) {
            return "redirect:/my";
        }
        model.addAttribute("renewal", mine.renewal());
        model.addAttribute("terms", renewals.offeredTerms(mine.number()).orElseThrow(ProblemException::notFound));
        // not "application": that name is the servlet context in a template
        model.addAttribute("asked", renewals.application(mine.number()));
        model.addAttribute("signer", mine.isSigner());
        return "portal/terms";
    }

    @PostMapping("/my/terms")
    String terms(@RequestParam boolean accept) {
        mine.require(PartyAct.ANSWER_TERMS);
        renewals.answerTerms(mine.number(), accept, mine.actor());
        return "redirect:/my";
    }
}
