package org.xudai.desk;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.Act;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Material;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Taking in what came by chat, mail, post or hand, on the borrower's behalf: who takes it in never reviews it alone. */
@Controller
class DeskUploads {

    private static final List<Channel> CHANNELS =
            List.of(Channel.WECHAT, Channel.MAIL, Channel.COUNTER, Channel.POST, Channel.VISIT, Channel.SCAN);
    private static final int MOST_FILES = 20;
    private static final int LONGEST = 60;

    private final DeskDoor door;
    private final Renewals renewals;
    private final Intake intake;
    private final BusinessCalendar calendar;

    DeskUploads(DeskDoor door, Renewals renewals, Intake intake, BusinessCalendar calendar) {
        this.door = door;
        this.renewals = renewals;
        this.intake = intake;
        this.calendar = calendar;
    }

    /** What was typed beside the files. */
    record Entry(
            @Nullable String material,
            @Nullable String channel,
            @Nullable String from,
            @Nullable String receivedAt) {

        @Nullable
        Channel way() {
            return CHANNELS.stream()
                    .filter(known -> known.name().equals(channel))
                    .findFirst()
                    .orElse(null);
        }

        String sender() {
            return Objects.requireNonNullElse(from, "").strip();
        }

        String moment() {
            return Objects.requireNonNullElse(receivedAt, "").strip();
        }
    }

    @GetMapping("/desk/cases/{number}/upload")
    String form(@PathVariable String number, @RequestParam(defaultValue = "") String material, Model model) {
        RenewalCase renewal = door.open(number, Act.HAND_IN_DOCUMENTS);
        return page(renewal, new Entry(material, null, addressee(renewal), null), Map.of(), model);
    }

    @PostMapping("/desk/cases/{number}/documents")
    String upload(
            @PathVariable String number,
            @RequestParam(value = "file", required = false) @Nullable List<MultipartFile> files,
            Entry entry,
            Model model,
            RedirectAttributes next)
            throws IOException {
        RenewalCase renewal = door.open(number, Act.HAND_IN_DOCUMENTS);
        if (!renewal.state().isOpen()) {
            model.addAttribute("refused", true);
            return page(renewal, entry, Map.of(), model);
        }
        List<Bytes> bytes = bytes(files);
        Optional<Instant> receivedAt = moment(entry.moment());
        Map<String, String> wrong = wrong(entry, bytes, receivedAt);
        Channel way = entry.way();
        if (!wrong.isEmpty() || way == null) {
            return page(renewal, entry, wrong, model);
        }
        try {
            intake.receive(
                    new Submission(
                            renewal.number(),
                            material(renewal, entry),
                            way,
                            Actor.staff(door.staff().id()),
                            entry.sender(),
                            receivedAt.orElse(null)),
                    bytes);
        } catch (FileTooLarge e) {
            return page(renewal, entry, Map.of("file", "file-too-large-here"), model);
        } catch (OutsideSystemAway e) {
            return page(renewal, entry, Map.of("file", "store-away"), model);
        }
        next.addFlashAttribute("done", "desk.upload.done");
        return "redirect:/desk/cases/" + renewal.number() + "#materials";
    }

    private Map<String, String> wrong(Entry entry, List<Bytes> bytes, Optional<Instant> receivedAt) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (bytes.isEmpty() || bytes.size() > MOST_FILES) {
            wrong.put("file", "files-missing-here");
        }
        if (entry.way() == null) {
            wrong.put("channel", "channel-missing");
        }
        if (entry.sender().isEmpty() || entry.sender().length() > LONGEST) {
            wrong.put("from", "sender-missing");
        }
        if (!entry.moment().isEmpty()
                && receivedAt.filter(moment -> !moment.isAfter(calendar.now())).isEmpty()) {
            wrong.put("receivedAt", "received-at-wrong");
        }
        return wrong;
    }

    private static List<Bytes> bytes(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                .isEmpty())
                        .map(file -> new Bytes(
                                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream))
                        .toList();
    }

    private @Nullable MaterialCode material(RenewalCase renewal, Entry entry) {
        return renewals.checklist(renewal.number()).stream()
                .map(Material::code)
                .filter(known -> known.value().equals(entry.material()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Instant> moment(String entered) {
        try {
            return entered.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(entered).atZone(calendar.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String addressee(RenewalCase renewal) {
        return renewals.parties(renewal.number()).stream()
                .filter(CaseParty::seesAll)
                .map(one -> one.party().name())
                .findFirst()
                .orElse("");
    }

    private String page(RenewalCase renewal, Entry entry, Map<String, String> wrong, Model model) {
        model.addAttribute("renewal", renewal);
        model.addAttribute("entry", entry);
        model.addAttribute("wrong", wrong);
        model.addAttribute("channels", CHANNELS);
        model.addAttribute("materials", renewals.checklist(renewal.number()));
        model.addAttribute(
                "people",
                renewals.parties(renewal.number()).stream()
                        .map(one -> one.party().name())
                        .distinct()
                        .toList());
        return "desk/upload";
    }
}
