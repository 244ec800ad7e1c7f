package org.xudai.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.RenewalCase;
import org.xudai.retention.LegalHold;
import org.xudai.retention.LegalHolds;
import org.xudai.retention.RetentionPlan;

/** What will be erased next, and the legal holds that keep a case. */
@Controller
class DeskRetention {

    private static final int ROWS = 50;
    private static final int LONGEST = 200;

    private final DeskDoor door;
    private final RetentionPlan plan;
    private final LegalHolds holds;
    private final StaffDirectory staff;

    DeskRetention(DeskDoor door, RetentionPlan plan, LegalHolds holds, StaffDirectory staff) {
        this.door = door;
        this.plan = plan;
        this.holds = holds;
        this.staff = staff;
    }

    @GetMapping("/desk/retention")
    String next(Model model) {
        door.require(Act.READ_RETENTION);
        model.addAttribute("planned", plan.next(door.scope(), ROWS));
        List<LegalHold> held = plan.held(door.scope(), ROWS);
        model.addAttribute("held", held);
        model.addAttribute(
                "names",
                held.stream().map(LegalHold::by).distinct().collect(Collectors.toMap(StaffId::value, this::name)));
        model.addAttribute("erases", plan.erases());
        return "desk/retention";
    }

    @GetMapping("/desk/cases/{number}/hold")
    String ask(@PathVariable String number, Model model) {
        return page(door.open(number, Act.READ_RETENTION), "", null, model);
    }

    @PostMapping("/desk/cases/{number}/hold")
    String place(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        RenewalCase renewal = door.open(number, Act.PLACE_HOLDS);
        String wrong = wrong(reason);
        if (wrong != null) {
            return page(renewal, reason, wrong, model);
        }
        boolean placed =
                holds.place(renewal.number(), reason.strip(), door.staff().id()) == LegalHolds.Placing.PLACED;
        return done(renewal, placed ? "desk.hold.placed" : "desk.hold.stands", next);
    }

    @PostMapping("/desk/cases/{number}/hold/lift")
    String lift(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        RenewalCase renewal = door.open(number, Act.LIFT_HOLDS);
        String wrong = wrong(reason);
        if (wrong != null) {
            return page(renewal, reason, wrong, model);
        }
        boolean lifted =
                holds.lift(renewal.number(), reason.strip(), door.staff().id());
        return done(renewal, lifted ? "desk.hold.lifted" : "desk.hold.none", next);
    }

    private static String done(RenewalCase renewal, String what, RedirectAttributes next) {
        next.addFlashAttribute("done", what);
        return "redirect:/desk/cases/" + renewal.number() + "/hold";
    }

    private static @Nullable String wrong(String reason) {
        if (reason.isBlank()) {
            return "hold-reason-missing";
        }
        return reason.length() > LONGEST ? "text-too-long" : null;
    }

    private String page(RenewalCase renewal, String reason, @Nullable String wrong, Model model) {
        model.addAttribute("renewal", renewal);
        Optional<LegalHold> hold = holds.of(renewal.number());
        model.addAttribute("hold", hold.orElse(null));
        model.addAttribute("heldBy", hold.map(found -> name(found.by())).orElse(""));
        model.addAttribute("due", plan.of(renewal.number()).orElse(null));
        model.addAttribute("mayPlace", Act.PLACE_HOLDS.allowedTo(door.staff()));
        model.addAttribute("mayLift", Act.LIFT_HOLDS.allowedTo(door.staff()));
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong == null ? Map.of() : Map.of("reason", wrong));
        return "desk/hold";
    }

    private String name(StaffId id) {
        return staff.find(id).map(StaffMember::name).orElse(id.value());
    }
}
