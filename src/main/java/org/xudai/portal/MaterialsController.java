package org.xudai.portal;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormLibrary;
import org.xudai.intake.Finding;
import org.xudai.intake.Intake;
import org.xudai.kernel.DocumentId;
import org.xudai.renewal.Material;
import org.xudai.web.ProblemException;

/** One line of the checklist: get the form, hand it in, see the verdict. */
@Controller
class MaterialsController {

    private final MyCase mine;
    private final Intake intake;
    private final Dossier dossier;
    private final FormLibrary forms;

    MaterialsController(MyCase mine, Intake intake, Dossier dossier, FormLibrary forms) {
        this.mine = mine;
        this.intake = intake;
        this.dossier = dossier;
        this.forms = forms;
    }

    /** A document with what it means for him. */
    record Verdict(Material.Received received, List<Finding> blocking, List<Finding> asking) {

        boolean pending() {
            return switch (received.document().state()) {
                case RECEIVED, INSPECTING -> true;
                case ACCEPTED, REFUSED, UNDECIDED, SUPERSEDED -> false;
            };
        }
    }

    @GetMapping("/my/materials/{code}")
    String show(@PathVariable String code, Model model) {
        Material material = mine.material(code);
        List<Verdict> verdicts = material.documents().stream()
                .map(received -> new Verdict(
                        received,
                        received.findings().stream()
                                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                                .toList(),
                        received.findings().stream()
                                .filter(finding -> finding.level() == Finding.Level.ASK)
                                .toList()))
                .toList();
        model.addAttribute("material", material);
        model.addAttribute("code", code);
        model.addAttribute("verdicts", verdicts);
        model.addAttribute("pending", verdicts.stream().anyMatch(Verdict::pending));
        model.addAttribute("takes", mine.takes(material.code()));
        model.addAttribute(
                "fillable",
                forms.template(code)
                        .map(template -> !template.steps().isEmpty())
                        .orElse(false));
        return "portal/material";
    }

    @PostMapping("/my/materials/{code}/upload")
    String upload(@PathVariable String code, @RequestParam("file") List<MultipartFile> files) throws IOException {
        Material material = mine.material(code);
        List<Bytes> bytes = files.stream()
                .filter(file -> !(file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty())))
                .map(file -> new Bytes(
                        file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file::getInputStream))
                .toList();
        if (bytes.isEmpty()) {
            return "redirect:/my/materials/" + code + "?none";
        }
        if (!mine.takes(material.code())) {
            return "redirect:/my";
        }
        intake.receive(new Submission(mine.number(), material.code(), Channel.PORTAL, mine.actor(), null, null), bytes);
        return "redirect:/my/materials/" + code;
    }

    @GetMapping(path = "/my/documents/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<Resource> page(@PathVariable String id, @PathVariable int page) throws IOException {
        DocumentId document = mine.materials().stream()
                .flatMap(material -> material.documents().stream())
                .map(Material.Received::id)
                .filter(found -> found.toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(new InputStreamResource(dossier.preview(document, page).orElseThrow(ProblemException::notFound)));
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, FileTooLarge.class})
    @ResponseStatus(org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge() {
        return "portal/too-large";
    }
}
