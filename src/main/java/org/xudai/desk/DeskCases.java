package org.xudai.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Act;
import org.xudai.loanbook.Party;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.RenewalQuery;
import org.xudai.renewal.Renewals;
import org.xudai.retention.Erasures;

/** The cases and the page of each. */
@Controller
class DeskCases {

    private static final int ROWS = 25;

    private final DeskDoor door;
    private final Renewals renewals;
    private final CasePage page;
    private final CasePeople people;
    private final Erasures erasures;

    DeskCases(DeskDoor door, Renewals renewals, CasePage page, CasePeople people, Erasures erasures) {
        this.door = door;
        this.renewals = renewals;
        this.page = page;
        this.people = people;
        this.erasures = erasures;
    }

    @GetMapping("/desk/cases")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        CaseState chosen = Stream.of(CaseState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        String text = q.isBlank() ? null : q.strip();
        model.addAttribute(
                "found",
                renewals.search(new RenewalQuery(door.scope(), chosen, null, text, DeskWorklist.page(page), ROWS)));
        model.addAttribute("q", text);
        model.addAttribute("state", chosen);
        model.addAttribute("states", List.of(CaseState.values()));
        return "desk/cases";
    }

    @GetMapping("/desk/cases/{number}")
    String show(@PathVariable String number, @RequestParam(required = false) @Nullable String all, Model model) {
        RenewalCase renewal = door.find(number);
        if (renewal.erasedAt() != null) {
            model.addAttribute("renewal", renewal);
            model.addAttribute("erasure", erasures.of(renewal.number()).orElseThrow());
            return "desk/erased";
        }
        return page.show(renewal, all != null, model);
    }

    /** A number in full. It answers a form, since looking is an act: it is written down. */
    @PostMapping("/desk/cases/{number}/parties/{party}/show")
    String showNumber(@PathVariable String number, @PathVariable String party, @RequestParam String what, Model model) {
        RenewalCase renewal = door.open(number, Act.SHOW_PERSONAL);
        Party asked = people.find(renewal, party);
        PersonalShown.What value = what.equals(PersonalShown.What.RESIDENT_ID.name())
                ? PersonalShown.What.RESIDENT_ID
                : PersonalShown.What.MOBILE;
        return page.show(
                renewal,
                false,
                asked,
                people.show(renewal, asked, value, door.staff().id()).orElse(null),
                model);
    }
}
