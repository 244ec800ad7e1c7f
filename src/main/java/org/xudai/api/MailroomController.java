package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Bytes;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.DiscardReason;
import org.xudai.mailroom.MailReach;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.StackReport;
import org.xudai.mailroom.TraySheet;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.ProblemException;

/** Stacks of scans, and the pages of them that wait for somebody. */
@RestController
@RequestMapping("/api/v1/mailroom")
@Tag(name = "Mailroom")
class MailroomController {

    private static final int LATEST = 50;

    private static final int MOST_SHEETS = 20;

    private final CaseDoor cases;
    private final MailReach reach;
    private final MailViews views;
    private final Mailroom mailroom;
    private final AccessLog log;

    MailroomController(CaseDoor cases, MailReach reach, MailViews views, Mailroom mailroom, AccessLog log) {
        this.cases = cases;
        this.reach = reach;
        this.views = views;
        this.mailroom = mailroom;
        this.log = log;
    }

    /**
     * Where pages belong.
     *
     * @param sheets ids of pages that wait, in the order of the document
     */
    record AssignEntry(
            @Nullable List<String> sheets,
            @Nullable String caseNumber,
            @Nullable String material) {}

    record AssignAnswer(String documentId) {}

    /**
     * Why pages belong nowhere.
     *
     * @param discard DUPLICATE NO_MATERIAL OTHER_BUSINESS ILLEGIBLE
     * @param note what else is to be said
     */
    record DiscardEntry(
            @Nullable List<String> sheets,
            @Nullable String discard,
            @Nullable String note) {}

    @Operation(
            summary = "Hands in a stack of scans",
            description =
                    "PDF or TIFF of up to 200 pages and 300 MB. 202 as soon as its bytes are stored; its pages are taken"
                            + " out in the background. 200 with the report there is where the branch handed in the same bytes"
                            + " before: nothing is doubled.")
    @PostMapping(path = "/stacks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<MailViews.StackAnswer> handIn(@RequestParam MultipartFile file, Locale locale) throws IOException {
        StaffMember by = cases.require(Act.SORT_MAIL);
        Bytes stack = Bytes.sent(file.getOriginalFilename(), file::getInputStream);
        Mailroom.Taken taken = mailroom.take(stack, file.getSize(), by);
        StackReport report = mailroom.report(taken.id(), cases.scope()).orElseThrow();
        return (taken.before() ? ResponseEntity.ok() : ResponseEntity.accepted())
                .location(URI.create("/api/v1/mailroom/stacks/" + taken.id()))
                .body(views.stack(report, taken.before(), locale));
    }

    @Operation(summary = "The latest 50 stacks of the caller's branches, newest first, without their pages")
    @GetMapping("/stacks")
    ListAnswer<MailViews.StackAnswer> latest(Locale locale) {
        cases.require(Act.READ_MAIL);
        List<MailViews.StackAnswer> items = mailroom.latest(cases.scope(), LATEST).stream()
                .map(report -> views.stack(report, false, locale))
                .toList();
        return new ListAnswer<>(items, items.size(), items.size() < LATEST, 0, LATEST, null);
    }

    @Operation(
            summary = "The report of a stack, also while it is taken apart",
            description = "Pages that went to branches the caller may not see are told by their place alone.")
    @GetMapping("/stacks/{id}")
    MailViews.StackAnswer report(@PathVariable String id, Locale locale) {
        return views.stack(stack(id, Act.READ_MAIL), false, locale);
    }

    @Operation(
            summary = "Stops a stack",
            description =
                    "Before any of its pages went anywhere; 409 from then on. The same bytes may be handed in again.")
    @PostMapping("/stacks/{id}/stop")
    MailViews.StackAnswer stop(@PathVariable String id, Locale locale) {
        StackReport report = stack(id, Act.SORT_MAIL);
        if (!mailroom.stop(report.id(), cases.staff())) {
            throw new ProblemException(HttpStatus.CONFLICT, "stack-ended");
        }
        return report(id, locale);
    }

    @Operation(summary = "A stack as it was received, byte for byte")
    @GetMapping("/stacks/{id}/content")
    ResponseEntity<Resource> content(@PathVariable String id) throws IOException {
        StackReport report = stack(id, Act.READ_STACKS);
        log.reads(AccessLog.What.STACK, report.id().toString());
        InputStream bytes = mailroom.content(report.id()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(report.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("stack-" + report.id())
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(bytes));
    }

    @Operation(
            summary = "Pages that wait for people of the caller's branches",
            description =
                    "Those of cases under way first, by the day on which these have to be decided; then all others, oldest"
                            + " first.")
    @GetMapping("/tray")
    ListAnswer<MailViews.TrayAnswer> tray(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        cases.require(Act.READ_MAIL);
        var found = mailroom.tray(cases.scope(), Parameters.page(page), Parameters.size(size));
        return new ListAnswer<>(
                found.items().stream().map(MailViews::tray).toList(),
                found.total(),
                found.totalExact(),
                found.page(),
                found.size(),
                null);
    }

    @Operation(summary = "A page that waits, or was put aside as blank, as a picture")
    @GetMapping(path = "/sheets/{sheet}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<Resource> picture(@PathVariable String sheet) throws IOException {
        TraySheet found = sheet(sheet, cases.require(Act.READ_MAIL), Act.READ_MAIL);
        log.reads(AccessLog.What.LOOSE_PAGE, found.stack() + "/" + found.page());
        InputStream picture = mailroom.picture(found.id()).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(picture));
    }

    @Operation(
            summary = "Makes one document of a case out of pages that wait",
            description =
                    "In the order given, at most 20 pages. 404 where one of them does not wait for the caller's branches,"
                            + " 409 where somebody is faster or the case has ended; then nothing was assigned.")
    @PostMapping("/assign")
    AssignAnswer assign(@RequestBody AssignEntry entry) throws IOException {
        StaffMember by = cases.require(Act.SORT_MAIL);
        List<UUID> sheets = sheets(entry.sheets(), by);
        RenewalCase renewal = cases.open(Objects.requireNonNullElse(entry.caseNumber(), ""), Act.HAND_IN_DOCUMENTS);
        MaterialCode material = Parameters.material(entry.material());
        if (material == null) {
            throw Parameters.missing("material");
        }
        Mailroom.Assigning answer = mailroom.assign(sheets, renewal.number(), material, by);
        if (answer instanceof Mailroom.Assigning.Assigned assigned) {
            return new AssignAnswer(assigned.document().toString());
        }
        throw answer instanceof Mailroom.Assigning.NotTaken
                ? new ProblemException(HttpStatus.CONFLICT, "sheet-not-taken")
                : new ProblemException(HttpStatus.CONFLICT, "sheet-gone");
    }

    @Operation(
            summary = "Puts pages that wait aside for good",
            description =
                    "With a reason; at most 20 pages. 404 where one of them does not wait for the caller's branches, 409"
                            + " where somebody is faster.")
    @PostMapping("/discard")
    ResponseEntity<Void> discard(@RequestBody DiscardEntry entry) {
        StaffMember by = cases.require(Act.SORT_MAIL);
        List<UUID> sheets = sheets(entry.sheets(), by);
        DiscardReason reason = Parameters.choice(DiscardReason.class, "discard", entry.discard());
        if (reason == null) {
            throw Parameters.missing("discard");
        }
        String note = Objects.requireNonNullElse(Parameters.text("note", entry.note()), "");
        if (!mailroom.discard(sheets, reason, note, by)) {
            throw new ProblemException(HttpStatus.CONFLICT, "sheet-gone");
        }
        return ResponseEntity.noContent().build();
    }

    private StackReport stack(String id, Act act) {
        return reach.stack(id, cases.require(act), act).orElseThrow(ProblemException::notFound);
    }

    private TraySheet sheet(String id, StaffMember by, Act act) {
        return reach.sheet(id, by, act).orElseThrow(ProblemException::notFound);
    }

    /** Pages that the caller may assign or discard, each once, in the order given. */
    private List<UUID> sheets(@Nullable List<String> ids, StaffMember by) {
        List<String> named = ids == null ? List.of() : ids.stream().distinct().toList();
        if (named.isEmpty() || named.size() > MOST_SHEETS) {
            throw Parameters.invalid("sheets", "sheets-missing", "");
        }
        return named.stream().map(id -> sheet(id, by, Act.SORT_MAIL).id()).toList();
    }
}
