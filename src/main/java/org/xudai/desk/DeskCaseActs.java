package org.xudai.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.audit.Actor;
import org.xudai.kernel.MaterialCode;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Material;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** What staff do to a case besides deciding tasks. What cannot be taken back has a page of its own that says so. */
@Controller
class DeskCaseActs {

    private static final int LONGEST = 500;

    private final DeskDoor door;
    private final Renewals renewals;
    private final Parties parties;
    private final CasePeople people;

    DeskCaseActs(DeskDoor door, Renewals renewals, Parties parties, CasePeople people) {
        this.door = door;
        this.renewals = renewals;
        this.parties = parties;
        this.people = people;
    }

    /** Final acts. */
    enum FinalAct {
        SUBMIT(Act.SUBMIT_CASES),
        WITHDRAW(Act.WITHDRAW_CASES),
        SETTLED(Act.NOTE_SETTLED),
        ACCEPT_TERMS(Act.NOTE_TERMS),
        DECLINE_TERMS(Act.NOTE_TERMS);

        private final Act right;

        FinalAct(Act right) {
            this.right = right;
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/desk/cases/{number}/acts/{act}")
    String ask(@PathVariable String number, @PathVariable String act, Model model) {
        FinalAct chosen = act(act);
        return page(door.open(number, chosen.right), chosen, "", Map.of(), model);
    }

    @PostMapping("/desk/cases/{number}/acts/{act}")
    String act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        FinalAct chosen = act(act);
        RenewalCase renewal = door.open(number, chosen.right);
        String text = reason.strip();
        if (chosen == FinalAct.WITHDRAW && (text.isEmpty() || text.length() > LONGEST)) {
            String problem = text.isEmpty() ? "reason-missing" : "text-too-long";
            return page(renewal, chosen, text, Map.of("reason", problem), model);
        }
        Actor by = Actor.staff(door.staff().id());
        boolean done =
                switch (chosen) {
                    case SUBMIT -> submitted(renewal, by, model);
                    case WITHDRAW -> renewals.withdraw(renewal.number(), by, text);
                    case SETTLED -> renewals.loanSettled(renewal.number(), by);
                    case ACCEPT_TERMS -> accepted(renewal, by, model);
                    case DECLINE_TERMS -> renewals.answerTerms(renewal.number(), false, by);
                };
        if (!done) {
            model.addAttribute("refused", true);
            return page(door.open(number), chosen, text, Map.of(), model);
        }
        next.addFlashAttribute("done", "desk.act.done." + chosen);
        return "redirect:/desk/cases/" + renewal.number();
    }

    private boolean submitted(RenewalCase renewal, Actor by, Model model) {
        Renewals.Submitting result = renewals.submit(renewal.number(), by);
        if (result instanceof Renewals.Submitting.Missing missing) {
            model.addAttribute("missing", missing.materials());
        }
        return result instanceof Renewals.Submitting.Submitted;
    }

    /** A yes by staff rests on paper: the page says so where the paper is what is missing. */
    private boolean accepted(RenewalCase renewal, Actor by, Model model) {
        if (renewal.state() == CaseState.AWAITING_TERMS && !renewals.hasTermsPaper(renewal.number())) {
            model.addAttribute("paperMissing", true);
            return false;
        }
        return renewals.answerTerms(renewal.number(), true, by);
    }

    @PostMapping("/desk/cases/{number}/originals/{material}")
    String original(
            @PathVariable String number,
            @PathVariable String material,
            @RequestParam(defaultValue = "") String box,
            RedirectAttributes next) {
        RenewalCase renewal = door.open(number, Act.NOTE_ORIGINALS);
        MaterialCode code = renewals.checklist(renewal.number()).stream()
                .map(Material::code)
                .filter(known -> known.value().equals(material))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (renewals.noteOriginal(
                renewal.number(), code, box.strip(), door.staff().id())) {
            next.addFlashAttribute("done", "desk.original.noted");
        }
        return "redirect:/desk/cases/" + renewal.number() + "#materials";
    }

    @PostMapping("/desk/cases/{number}/parties/{party}/verify")
    String verify(@PathVariable String number, @PathVariable String party, RedirectAttributes next) {
        RenewalCase renewal = door.open(number, Act.VERIFY_NUMBERS);
        Party found = people.find(renewal, party);
        if (found.mobile() != null) {
            boolean second = parties.confirmNumber(found.id(), door.staff().id());
            if (!second) {
                parties.noteCallBack(found.id(), found.mobile(), door.staff().id());
            }
            next.addFlashAttribute("done", second ? "desk.verify.confirmed" : "desk.verify.called");
        }
        return "redirect:/desk/cases/" + renewal.number() + "#parties";
    }

    private String page(RenewalCase renewal, FinalAct act, String reason, Map<String, String> wrong, Model model) {
        List<Material> materials = renewals.checklist(renewal.number());
        model.addAttribute("renewal", renewal);
        model.addAttribute("act", act);
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        model.addAttribute("materials", act == FinalAct.SUBMIT ? materials : List.of());
        model.addAttribute("terms", renewals.offeredTerms(renewal.number()).orElse(null));
        return "desk/act";
    }

    private static FinalAct act(String path) {
        return Stream.of(FinalAct.values())
                .filter(act -> act.path().equals(path))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
