package org.xudai.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.FileTooLarge;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.kernel.StaffId;
import org.xudai.mailroom.MailReach;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.SheetState;
import org.xudai.mailroom.StackReport;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** The mailroom: handing in a stack of scans, how far it is, and what became of its pages. */
@Controller
class DeskMail {

    private static final int LATEST = 12;

    private static final List<SheetState> FIGURES = List.of(
            SheetState.FILED,
            SheetState.TRAY,
            SheetState.ASSIGNED,
            SheetState.TWICE,
            SheetState.DISCARDED,
            SheetState.BLANK,
            SheetState.UNREADABLE);

    private final DeskDoor door;
    private final MailReach reach;
    private final Mailroom mailroom;
    private final Renewals renewals;
    private final StaffDirectory staff;

    DeskMail(DeskDoor door, MailReach reach, Mailroom mailroom, Renewals renewals, StaffDirectory staff) {
        this.door = door;
        this.reach = reach;
        this.mailroom = mailroom;
        this.renewals = renewals;
        this.staff = staff;
    }

    @GetMapping("/desk/mailroom")
    String room(Model model) {
        door.require(Act.READ_MAIL);
        return room(Map.of(), model);
    }

    @PostMapping("/desk/mailroom/stacks")
    String handIn(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        door.require(Act.SORT_MAIL);
        Bytes stack = file == null ? null : Bytes.sent(file.getOriginalFilename(), file::getInputStream);
        if (file == null || stack == null || stack.name().isEmpty()) {
            return again("stack-missing", model, response);
        }
        try {
            Mailroom.Taken taken = mailroom.take(stack, file.getSize(), door.staff());
            if (taken.before()) {
                next.addFlashAttribute("repeated", true);
            }
            return "redirect:/desk/mailroom/stacks/" + taken.id();
        } catch (FileTooLarge e) {
            return again("stack-too-large-here", model, response);
        } catch (OutsideSystemAway e) {
            return again("store-away", model, response);
        }
    }

    /** The form once more with what is wrong; a browser keeps no file, so it is chosen again. */
    private String again(String problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return room(Map.of("file", problem), model);
    }

    private String room(Map<String, String> wrong, Model model) {
        List<StackReport> latest = mailroom.latest(door.scope(), LATEST);
        Map<String, String> names = new HashMap<>();
        latest.forEach(report -> names.put(report.by().value(), name(report.by())));
        model.addAttribute("wrong", wrong);
        model.addAttribute("latest", latest);
        model.addAttribute("names", names);
        model.addAttribute("waiting", mailroom.waiting(door.scope()));
        model.addAttribute("sorts", Act.SORT_MAIL.allowedTo(door.staff()));
        return "desk/mailroom";
    }

    @GetMapping("/desk/mailroom/stacks/{id}")
    String show(@PathVariable String id, Model model) {
        StackReport report = stack(id, Act.READ_MAIL);
        Map<CaseNumber, RenewalCase> cases = new HashMap<>();
        report.filings().forEach(filing -> renewals.find(filing.caseNumber())
                .ifPresent(renewal -> cases.put(renewal.number(), renewal)));
        model.addAttribute("report", report);
        model.addAttribute("figures", figures(report));
        model.addAttribute("cases", cases);
        model.addAttribute("by", name(report.by()));
        model.addAttribute("sorts", Act.SORT_MAIL.allowedTo(door.staff()));
        return "desk/mailroom-stack";
    }

    /** How many pages are where, where there are any; the tray and the cases always. */
    private static Map<String, Integer> figures(StackReport report) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (SheetState state : FIGURES) {
            int pages = report.count(state);
            if (pages > 0 || state == SheetState.FILED || state == SheetState.TRAY) {
                figures.put(state.name(), pages);
            }
        }
        if (!report.elsewhere().isEmpty()) {
            figures.put("ELSEWHERE", report.elsewhere().size());
        }
        return figures;
    }

    @PostMapping("/desk/mailroom/stacks/{id}/stop")
    String stop(@PathVariable String id) {
        StackReport report = stack(id, Act.SORT_MAIL);
        mailroom.stop(report.id(), door.staff());
        return "redirect:/desk/mailroom/stacks/" + report.id();
    }

    private StackReport stack(String id, Act act) {
        door.require(act);
        return reach.stack(id, door.staff(), act).orElseThrow(ProblemException::notFound);
    }

    private String name(StaffId id) {
        return staff.find(id).map(StaffMember::name).orElse(id.value());
    }
}
