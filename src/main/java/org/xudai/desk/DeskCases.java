package org.xudai.desk;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.Invitation;
import org.xudai.access.Invitations;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.notices.Notices;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.RenewalQuery;
import org.xudai.renewal.Renewals;
import org.xudai.review.Worklist;
import org.xudai.web.ProblemException;

/** The page of a case, and what staff do on it besides deciding tasks. */
@Controller
class DeskCases {

    private static final int ROWS = 25;
    private static final int QUIET = 4;
    private static final int LAST_PAGE = 100;
    private static final List<Channel> CHANNELS =
            List.of(Channel.WECHAT, Channel.MAIL, Channel.COUNTER, Channel.POST, Channel.VISIT, Channel.SCAN);

    private final DeskDoor door;
    private final Renewals renewals;
    private final Worklist worklist;
    private final LoanBook loans;
    private final Parties parties;
    private final Notices notices;
    private final AuditTrail trail;
    private final Intake intake;
    private final Invitations invitations;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;

    DeskCases(
            DeskDoor door,
            Renewals renewals,
            Worklist worklist,
            LoanBook loans,
            Parties parties,
            Notices notices,
            AuditTrail trail,
            Intake intake,
            Invitations invitations,
            StaffDirectory staff,
            BusinessCalendar calendar) {
        this.door = door;
        this.renewals = renewals;
        this.worklist = worklist;
        this.loans = loans;
        this.parties = parties;
        this.notices = notices;
        this.trail = trail;
        this.intake = intake;
        this.invitations = invitations;
        this.staff = staff;
        this.calendar = calendar;
    }

    /** A party with a masked number. */
    record PartyRow(CaseParty party, @Nullable String mobile) {}

    /** A line of the timeline. */
    record Line(AuditEntry entry, String who) {}

    @GetMapping("/desk/cases")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        CaseState chosen = null;
        for (CaseState known : CaseState.values()) {
            if (known.name().equals(state)) {
                chosen = known;
            }
        }
        model.addAttribute(
                "found",
                renewals.search(
                        new RenewalQuery(door.scope(), chosen, null, q, Math.max(0, Math.min(page, LAST_PAGE)), ROWS)));
        model.addAttribute("q", q);
        model.addAttribute("state", chosen);
        model.addAttribute("states", List.of(CaseState.values()));
        return "desk/cases";
    }

    @GetMapping("/desk/cases/{number}")
    String show(@PathVariable String number, Model model) {
        RenewalCase renewal = door.open(number);
        model.addAttribute("renewal", renewal);
        model.addAttribute("loan", loans.find(renewal.loans().get(0)).orElseThrow());
        model.addAttribute(
                "lead",
                staff.find(renewal.lead())
                        .map(StaffMember::name)
                        .orElse(renewal.lead().value()));
        model.addAttribute("materials", renewals.checklist(renewal.number()));
        model.addAttribute("tasks", worklist.ofCase(renewal.number()));
        model.addAttribute(
                "parties",
                renewals.parties(renewal.number()).stream()
                        .map(party -> new PartyRow(party, mobile(party.party())))
                        .toList());
        model.addAttribute("notices", notices.ofCase(renewal.number()));
        List<Line> lines = new ArrayList<>(trail.entriesOf(renewal.number()).stream()
                .map(entry -> new Line(entry, who(entry.actor(), renewal)))
                .toList());
        java.util.Collections.reverse(lines);
        model.addAttribute("timeline", lines);
        model.addAttribute("channels", CHANNELS);
        model.addAttribute("terms", renewals.offeredTerms(renewal.number()).orElse(null));
        model.addAttribute("daysLeft", daysLeft(renewal));
        return "desk/case";
    }

    @PostMapping("/desk/cases/{number}/documents")
    String upload(
            @PathVariable String number,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "") String material,
            @RequestParam(defaultValue = "COUNTER") String channel,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String receivedAt)
            throws IOException {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        List<Bytes> bytes = files.stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .map(file -> new Bytes(file.getOriginalFilename() + "", file::getInputStream))
                .toList();
        if (bytes.isEmpty() || !renewal.state().isOpen()) {
            return "redirect:/desk/cases/" + number + "?none#upload";
        }
        Channel way = CHANNELS.stream()
                .filter(known -> known.name().equals(channel))
                .findFirst()
                .orElse(Channel.COUNTER);
        MaterialCode code = renewals.checklist(renewal.number()).stream()
                .map(line -> line.code())
                .filter(known -> known.value().equals(material))
                .findFirst()
                .orElse(null);
        intake.receive(
                new Submission(
                        renewal.number(),
                        code,
                        way,
                        Actor.staff(door.staff().id()),
                        from.isBlank() ? null : from.strip(),
                        moment(receivedAt)),
                bytes);
        return "redirect:/desk/cases/" + number + "#materials";
    }

    @PostMapping("/desk/cases/{number}/parties/{party}/invitation")
    String invite(@PathVariable String number, @PathVariable String party, @RequestParam String how, Model model)
            throws com.google.zxing.WriterException {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        Party found = party(renewal, party);
        Actor by = Actor.staff(door.staff().id());
        Instant until = renewal.deadlines() == null
                ? calendar.at(renewal.maturesOn(), java.time.LocalTime.of(17, 0))
                : renewal.deadlines().hardStopAt();
        Invitation invitation = invitations.mint(renewal.number(), found.id(), until, by);
        invitations.noteHandedOver(renewal.number(), found.id(), how.equals("qr") ? "QR" : "CHAT", by);
        model.addAttribute("renewal", renewal);
        model.addAttribute("party", found);
        model.addAttribute("link", invitation.link().toString());
        model.addAttribute("until", until);
        ByteMatrix matrix = Encoder.encode(invitation.link().toString(), ErrorCorrectionLevel.M)
                .getMatrix();
        model.addAttribute("path", path(matrix));
        model.addAttribute("size", matrix.getWidth() + 2 * QUIET);
        return "desk/invitation";
    }

    @PostMapping("/desk/cases/{number}/submit")
    String submit(@PathVariable String number, Model model) {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        Renewals.Submitting result =
                renewals.submit(renewal.number(), Actor.staff(door.staff().id()));
        if (result instanceof Renewals.Submitting.Missing missing) {
            model.addAttribute("missing", missing.materials());
            return show(number, model);
        }
        return "redirect:/desk/cases/" + number;
    }

    @PostMapping("/desk/cases/{number}/withdraw")
    String withdraw(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        if (!renewals.withdraw(renewal.number(), Actor.staff(door.staff().id()), reason)) {
            model.addAttribute("notNow", true);
            return show(number, model);
        }
        return "redirect:/desk/cases/" + number;
    }

    @PostMapping("/desk/cases/{number}/settled")
    String settled(@PathVariable String number, Model model) {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        if (!renewals.loanSettled(renewal.number(), Actor.staff(door.staff().id()))) {
            model.addAttribute("notNow", true);
            return show(number, model);
        }
        return "redirect:/desk/cases/" + number;
    }

    @PostMapping("/desk/cases/{number}/terms")
    String terms(@PathVariable String number, @RequestParam boolean accept, Model model) {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        if (!renewals.answerTerms(
                renewal.number(), accept, Actor.staff(door.staff().id()))) {
            model.addAttribute("notNow", true);
            return show(number, model);
        }
        return "redirect:/desk/cases/" + number;
    }

    @PostMapping("/desk/cases/{number}/originals/{material}")
    String original(
            @PathVariable String number, @PathVariable String material, @RequestParam(defaultValue = "") String box) {
        door.requireActing();
        RenewalCase renewal = door.open(number);
        renewals.checklist(renewal.number()).stream()
                .map(line -> line.code())
                .filter(code -> code.value().equals(material))
                .findFirst()
                .ifPresent(code -> renewals.noteOriginal(
                        renewal.number(), code, box.strip(), door.staff().id()));
        return "redirect:/desk/cases/" + number + "#materials";
    }

    @PostMapping("/desk/cases/{number}/parties/{party}/verify")
    String verify(@PathVariable String number, @PathVariable String party) {
        door.requireManager();
        RenewalCase renewal = door.open(number);
        Party found = party(renewal, party);
        if (found.mobile() != null
                && !parties.confirmNumber(found.id(), door.staff().id())) {
            parties.noteCallBack(found.id(), found.mobile(), door.staff().id());
        }
        return "redirect:/desk/cases/" + number + "#parties";
    }

    private Party party(RenewalCase renewal, String id) {
        return renewals.parties(renewal.number()).stream()
                .map(CaseParty::party)
                .filter(party -> party.id().toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private @Nullable Instant moment(String entered) {
        if (entered.isBlank()) {
            return null;
        }
        try {
            Instant moment =
                    LocalDateTime.parse(entered).atZone(calendar.zone()).toInstant();
            return moment.isAfter(calendar.now()) ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String mobile(Party party) {
        return party.mobile() == null ? null : Masked.of(party.mobile()).shown();
    }

    private @Nullable Long daysLeft(RenewalCase renewal) {
        return renewal.deadlines() == null
                ? null
                : calendar.daysUntil(LocalDate.ofInstant(renewal.deadlines().hardStopAt(), calendar.zone()));
    }

    private String who(Actor actor, RenewalCase renewal) {
        return switch (actor.kind()) {
            case STAFF ->
                staff.find(new org.xudai.kernel.StaffId(actor.id()))
                        .map(StaffMember::name)
                        .orElse(actor.id());
            case PARTY ->
                parties.find(new PartyId(java.util.UUID.fromString(actor.id())))
                        .map(Party::name)
                        .orElse(renewal.firm());
            case SYSTEM -> "";
        };
    }

    /** The dark modules of a QR code as an SVG path, one unit a module. */
    private static String path(ByteMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    path.append(String.format(Locale.ROOT, "M%d %dh1v1h-1z", x + QUIET, y + QUIET));
                }
            }
        }
        return path.toString();
    }
}
