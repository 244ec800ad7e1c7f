package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.audit.Actor;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Submission;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.RenewalCase;

/** Documents of a case: handed in on the borrower's behalf, and read. */
@RestController
@RequestMapping("/api/v1/renewals/{caseNumber}/documents")
@Tag(name = "Documents")
class DocumentsController {

    private final CaseDoor door;
    private final CaseViews views;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Submissions submissions;
    private final AccessLog log;
    private final Clock clock;

    DocumentsController(
            CaseDoor door,
            CaseViews views,
            Uploads uploads,
            Downloads downloads,
            Submissions submissions,
            AccessLog log,
            Clock clock) {
        this.door = door;
        this.views = views;
        this.uploads = uploads;
        this.downloads = downloads;
        this.submissions = submissions;
        this.log = log;
        this.clock = clock;
    }

    @Operation(
            summary = "Hands in documents on a borrower's behalf",
            description = "The file part repeats for several photos of one document; without a material page codes "
                    + "decide.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Uploads.UploadAnswer upload(
            @PathVariable String caseNumber,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String material,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime receivedAt)
            throws IOException {
        RenewalCase renewal = door.open(caseNumber, Act.HAND_IN_DOCUMENTS);
        if (!renewal.state().isOpen()) {
            throw submissions.notNow(renewal.number());
        }
        Channel way = Objects.requireNonNullElse(Parameters.choice(Channel.class, "channel", channel), Channel.COUNTER);
        if (way == Channel.PORTAL || way == Channel.ISSUED) {
            throw Parameters.invalid("channel", way.name());
        }
        Instant received = Parameters.past("receivedAt", receivedAt, clock.instant());
        return uploads.take(
                renewal,
                new Submission(
                        renewal.number(),
                        Parameters.material(material),
                        way,
                        Actor.staff(door.staff().id()),
                        Parameters.text("from", from),
                        received),
                files);
    }

    @Operation(summary = "A document with its findings")
    @GetMapping("/{id}")
    CaseViews.DocumentView document(@PathVariable String caseNumber, @PathVariable String id, Locale locale) {
        CaseNumber number = door.open(caseNumber).number();
        return views.document(downloads.document(number, Parameters.document(id)), true, locale);
    }

    @Operation(summary = "The bytes as received")
    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable String caseNumber, @PathVariable String id, @RequestParam(defaultValue = "1") int file)
            throws IOException {
        Document document = downloads.document(door.open(caseNumber).number(), Parameters.document(id));
        log.reads(document.caseNumber(), AccessLog.What.ORIGINAL, document.id() + "/" + file);
        return downloads.content(document, file);
    }

    @Operation(
            summary = "A page as a picture",
            description =
                    "straight=true: laid straight over the issued page, in even light, where that could be done; else"
                            + " as received.")
    @GetMapping(path = "/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<Resource> page(
            @PathVariable String caseNumber,
            @PathVariable String id,
            @PathVariable int page,
            @Parameter(description = "laid straight over the issued page, where that could be done", example = "true")
                    @RequestParam(defaultValue = "false")
                    boolean straight)
            throws IOException {
        Document document = downloads.document(door.open(caseNumber).number(), Parameters.document(id));
        log.reads(document.caseNumber(), AccessLog.What.PREVIEW, document.id() + "/" + page);
        return downloads.page(document, page, straight);
    }
}
