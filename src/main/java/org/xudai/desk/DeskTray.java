package org.xudai.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.dossier.FileTooLarge;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.kernel.Slice;
import org.xudai.mailroom.DiscardReason;
import org.xudai.mailroom.MailReach;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.TraySheet;
import org.xudai.renewal.Material;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.RenewalQuery;
import org.xudai.renewal.Renewals;
import org.xudai.retention.RetentionPlan;

/** The tray: pages that no code assigns; a person says where they belong. Whoever does counts as who handed them in. */
@Controller
class DeskTray {

    private static final int ROWS = 24;
    private static final int FOUND = 8;
    private static final int MOST_SHEETS = 20;
    private static final int LONGEST_NOTE = 200;
    private static final String TRAY = "redirect:/desk/mailroom/tray";

    private final DeskDoor door;
    private final MailReach reach;
    private final Mailroom mailroom;
    private final Renewals renewals;
    private final RetentionPlan retention;

    DeskTray(DeskDoor door, MailReach reach, Mailroom mailroom, Renewals renewals, RetentionPlan retention) {
        this.door = door;
        this.reach = reach;
        this.mailroom = mailroom;
        this.renewals = renewals;
        this.retention = retention;
    }

    @GetMapping("/desk/mailroom/tray")
    String tray(@RequestParam(defaultValue = "0") String page, Model model) {
        door.require(Act.READ_MAIL);
        Slice<TraySheet> found = mailroom.tray(door.scope(), DeskWorklist.page(page), ROWS);
        model.addAttribute("found", found);
        model.addAttribute("kept", kept(found.items()));
        model.addAttribute("sorts", Act.SORT_MAIL.allowedTo(door.staff()));
        return "desk/mailroom-tray";
    }

    /** Where the chosen pages belong: first the case, then the line of its checklist. */
    @GetMapping("/desk/mailroom/assign")
    String choose(
            @RequestParam(defaultValue = "") List<String> sheet,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String to,
            Model model,
            RedirectAttributes next) {
        door.require(Act.SORT_MAIL);
        List<TraySheet> sheets = waiting(sheet);
        if (sheets.isEmpty()) {
            return back(sheet.isEmpty() ? "sheets-missing" : "sheet-gone", next);
        }
        return page(sheets, new Choice(q, to, "", "", ""), Map.of(), model);
    }

    /** What was typed or chosen. */
    record Choice(String q, String to, String material, String reason, String note) {}

    @PostMapping("/desk/mailroom/assign")
    String assign(
            @RequestParam(defaultValue = "") List<String> sheet,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String material,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        door.require(Act.SORT_MAIL);
        List<TraySheet> sheets = allWaiting(sheet);
        if (sheets.isEmpty()) {
            return back(sheet.isEmpty() ? "sheets-missing" : "sheet-gone", next);
        }
        RenewalCase renewal = to.isEmpty() ? null : door.open(to, Act.HAND_IN_DOCUMENTS);
        MaterialCode line = renewal == null ? null : line(renewal, material);
        if (renewal == null || line == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Map<String, String> wrong =
                    renewal == null ? Map.of("q", "case-missing") : Map.of("material", "line-missing");
            return page(sheets, new Choice(q, to, material, "", ""), wrong, model);
        }
        Mailroom.Assigning answer;
        try {
            answer = mailroom.assign(sheets.stream().map(TraySheet::id).toList(), renewal.number(), line, door.staff());
        } catch (FileTooLarge e) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return page(sheets, new Choice(q, to, material, "", ""), Map.of("material", "sheet-too-large"), model);
        } catch (OutsideSystemAway e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return page(sheets, new Choice(q, to, material, "", ""), Map.of("material", "store-away"), model);
        }
        if (answer instanceof Mailroom.Assigning.Assigned) {
            next.addFlashAttribute("assigned", renewal.number().value());
            return TRAY;
        }
        if (answer instanceof Mailroom.Assigning.NotWaiting) {
            return back("sheet-gone", next);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(sheets, new Choice(q, "", "", "", ""), Map.of("q", "case-ended"), model);
    }

    @PostMapping("/desk/mailroom/discard")
    String discard(
            @RequestParam(defaultValue = "") List<String> sheet,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        door.require(Act.SORT_MAIL);
        List<TraySheet> sheets = allWaiting(sheet);
        if (sheets.isEmpty()) {
            return back(sheet.isEmpty() ? "sheets-missing" : "sheet-gone", next);
        }
        DiscardReason why = Stream.of(DiscardReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElse(null);
        if (why == null || note.length() > LONGEST_NOTE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(sheets, new Choice("", "", "", reason, note), Map.of("reason", "discard-missing"), model);
        }
        boolean done = mailroom.discard(
                sheets.stream().map(TraySheet::id).toList(),
                why,
                note.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip(),
                door.staff());
        next.addFlashAttribute(done ? "done" : "problem", done ? "desk.mailroom.discarded" : "sheet-gone");
        return TRAY;
    }

    /** Those of some pages that still wait and that he may assign, each once, in the order given. */
    private List<TraySheet> waiting(List<String> ids) {
        return ids.stream()
                .distinct()
                .limit(MOST_SHEETS)
                .flatMap(id -> reach.sheet(id, door.staff(), Act.SORT_MAIL).stream())
                .toList();
    }

    /** All of some pages; none where one of them does not wait for him any more. */
    private List<TraySheet> allWaiting(List<String> ids) {
        List<TraySheet> sheets = waiting(ids);
        return sheets.size() == ids.stream().distinct().count() ? sheets : List.of();
    }

    /** Until which day pages are kept that nobody assigns. */
    private Map<UUID, LocalDate> kept(List<TraySheet> sheets) {
        return sheets.stream().collect(Collectors.toMap(TraySheet::id, sheet -> retention
                .ofStack(sheet.receivedAt())
                .keptUntil()));
    }

    private static String back(String problem, RedirectAttributes next) {
        next.addFlashAttribute("problem", problem);
        return TRAY;
    }

    private @Nullable MaterialCode line(RenewalCase renewal, String chosen) {
        return renewals.checklist(renewal.number()).stream()
                .map(Material::code)
                .filter(code -> code.value().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private String page(List<TraySheet> sheets, Choice choice, Map<String, String> wrong, Model model) {
        RenewalCase renewal = choice.to().isEmpty() ? null : door.open(choice.to(), Act.HAND_IN_DOCUMENTS);
        model.addAttribute("sheets", sheets);
        model.addAttribute("kept", kept(sheets));
        model.addAttribute("choice", choice);
        model.addAttribute("wrong", wrong);
        model.addAttribute("renewal", renewal);
        model.addAttribute("materials", renewal == null ? List.of() : renewals.checklist(renewal.number()));
        model.addAttribute("cases", renewal == null ? found(sheets, choice.q().strip()) : List.of());
        model.addAttribute("searched", !choice.q().isBlank());
        model.addAttribute("reasons", List.of(DiscardReason.values()));
        return "desk/mailroom-assign";
    }

    /** Open cases that he looked for; before he looks, those that the codes on the pages name. */
    private List<RenewalCase> found(List<TraySheet> sheets, String q) {
        Map<CaseNumber, RenewalCase> found = new LinkedHashMap<>();
        if (q.isEmpty()) {
            sheets.stream()
                    .map(TraySheet::caseNumber)
                    .filter(Objects::nonNull)
                    .flatMap(number -> renewals.find(number).stream())
                    .filter(renewal -> door.scope().covers(renewal.branch()))
                    .forEach(renewal -> found.put(renewal.number(), renewal));
        } else {
            renewals.search(new RenewalQuery(door.scope(), null, null, q, 0, FOUND))
                    .items()
                    .forEach(renewal -> found.put(renewal.number(), renewal));
        }
        return found.values().stream()
                .filter(renewal -> renewal.state().isOpen())
                .toList();
    }
}
