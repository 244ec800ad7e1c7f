package org.xudai.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.CurrentParty;
import org.xudai.kernel.Masked;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Other ways than the phone: a call from his officer, the post, the branch. */
@Controller
class HelpController {

    private static final int LONGEST_TOPIC = 200;

    private final MyCase mine;
    private final Renewals renewals;
    private final Branches branches;
    private final CurrentParty current;

    HelpController(MyCase mine, Renewals renewals, Branches branches, CurrentParty current) {
        this.mine = mine;
        this.renewals = renewals;
        this.branches = branches;
        this.current = current;
    }

    @GetMapping("/my/guidance")
    String guidance(Model model) {
        var mobile = mine.me().party().mobile();
        model.addAttribute("mobile", mobile == null ? null : Masked.of(mobile).shown());
        model.addAttribute("possible", mine.renewal().state() == CaseState.COLLECTING);
        return "portal/guidance";
    }

    @PostMapping("/my/guidance")
    String ask(@RequestParam(defaultValue = "") String topic) {
        String kept = topic.length() > LONGEST_TOPIC ? topic.substring(0, LONGEST_TOPIC) : topic;
        boolean asked =
                renewals.requestGuidance(mine.number(), current.require().party(), kept.strip());
        return "redirect:/my/guidance" + (asked ? "?asked" : "");
    }

    @GetMapping("/my/other")
    String other(Model model) {
        RenewalCase renewal = mine.renewal();
        model.addAttribute("renewal", renewal);
        model.addAttribute("branch", branch(renewal));
        return "portal/other";
    }

    /** Where he may go: his branch, or the one that covers for it. */
    private @Nullable Branch branch(RenewalCase renewal) {
        Optional<Branch> own = branches.find(renewal.branch());
        return own.flatMap(branch -> Optional.ofNullable(branch.coveredBy()))
                .flatMap(branches::find)
                .or(() -> own)
                .orElse(null);
    }
}
