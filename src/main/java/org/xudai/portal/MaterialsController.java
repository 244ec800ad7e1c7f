package org.xudai.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.xudai.access.CurrentParty;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormLibrary;
import org.xudai.intake.Intake;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.renewal.Material;
import org.xudai.web.ProblemException;

/** One line of the checklist: get the form, hand it in, see the verdict. */
@Controller
class MaterialsController {

    private static final int WAIT_SECONDS = 2;

    /** Named so that phones turn their own formats into these; the bytes decide on the server. */
    private static final String ACCEPT = "image/jpeg,image/png,application/pdf";

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xlsx";

    /** The one material that may be a workbook. */
    private static final String TABLES = "financials";

    private final MyCase mine;
    private final Intake intake;
    private final Dossier dossier;
    private final FormLibrary forms;
    private final UploadSlots slots;
    private final CurrentParty current;

    MaterialsController(
            MyCase mine, Intake intake, Dossier dossier, FormLibrary forms, UploadSlots slots, CurrentParty current) {
        this.mine = mine;
        this.intake = intake;
        this.dossier = dossier;
        this.forms = forms;
        this.slots = slots;
        this.current = current;
    }

    @GetMapping("/my/materials/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable String more,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        Material material = mine.material(code);
        List<Verdict> verdicts = material.whole().stream().map(Verdict::of).toList();
        Verdict newest = verdicts.isEmpty() ? null : verdicts.get(0);
        boolean takes = mine.takes(material.code());
        model.addAttribute("material", material);
        model.addAttribute("code", code);
        model.addAttribute("newest", newest);
        model.addAttribute("earlier", verdicts.stream().skip(1).toList());
        model.addAttribute(
                "standing",
                newest != null && newest.isRefused() && verdicts.stream().anyMatch(Verdict::isCounting));
        model.addAttribute("pending", newest != null && newest.isPending());
        model.addAttribute("waitSeconds", WAIT_SECONDS);
        model.addAttribute("takes", takes);
        model.addAttribute("screen", takes && material.isSignedOnScreen() ? material.signing() : null);
        model.addAttribute("me", mine.me().party().id());
        Retake retake = retake(material, newest, fresh != null);
        model.addAttribute("retake", retake);
        model.addAttribute("sheetAgain", sheetAgain(newest, retake));
        model.addAttribute("stayed", stayed(material, newest));
        model.addAttribute("slot", takes ? slots.open(current.require(), material.code()) : null);
        model.addAttribute("fillable", fillable(code));
        model.addAttribute("accept", code.equals(TABLES) ? ACCEPT + "," + WORKBOOK : ACCEPT);
        model.addAttribute("signers", mine.names(material.signers()));
        model.addAttribute("missingPage", missingPage(newest));
        model.addAttribute("adding", fresh != null || more != null);
        model.addAttribute("fromSubmit", from.equals("submit"));
        return "portal/material";
    }

    private static @Nullable Retake retake(Material material, @Nullable Verdict newest, boolean fresh) {
        if (newest == null || newest.isPending()) {
            return null;
        }
        return fresh ? Retake.all(newest.received().id()) : Retake.of(newest.received(), material);
    }

    /** The page of the form that is to be taken again; 0 where it is no single one, or not known which. */
    private static int sheetAgain(@Nullable Verdict newest, @Nullable Retake retake) {
        if (newest == null || !newest.isRefused() || retake == null) {
            return 0;
        }
        return switch (retake.kind()) {
            case SHEET -> retake.at();
            case PHOTO ->
                newest.again().stream()
                        .filter(shot -> shot.file() == retake.at())
                        .mapToInt(Verdict.Shot::sheet)
                        .findFirst()
                        .orElse(0);
            case PAGE, MORE, ALL -> 0;
        };
    }

    /** A page of the form that stays from an earlier document. */
    record Stayed(int sheet, DocumentId document, int position) {}

    /** Pages of the form that are not in what he sent last and need not be: they came earlier and were all right. */
    private static List<Stayed> stayed(Material material, @Nullable Verdict newest) {
        if (newest == null || !newest.isRefused() || material.form() == null) {
            return List.of();
        }
        Set<Integer> there = newest.shots().stream().map(Verdict.Shot::sheet).collect(Collectors.toSet());
        Map<Integer, Stayed> stayed = new TreeMap<>();
        for (Material.Received received : material.documents()) {
            received.pagesOfForm().stream()
                    .filter(page -> page.good() && !there.contains(page.page()))
                    .forEach(page ->
                            stayed.putIfAbsent(page.page(), new Stayed(page.page(), received.id(), page.position())));
        }
        return List.copyOf(stayed.values());
    }

    /** The first page of the form that did not come; 0 where none is missing. */
    private static int missingPage(@Nullable Verdict verdict) {
        return verdict == null
                ? 0
                : verdict.blocking().stream()
                        .filter(finding -> finding.code().equals("PAGE_MISSING"))
                        .mapToInt(finding -> finding.page() == null ? 0 : finding.page())
                        .findFirst()
                        .orElse(0);
    }

    private boolean fillable(String code) {
        return forms.template(code).map(template -> !template.steps().isEmpty()).orElse(false);
    }

    @PostMapping("/my/materials/{code}/upload")
    String upload(
            @PathVariable String code,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable UUID slot,
            @RequestParam(required = false) @Nullable String keep,
            @RequestParam(required = false) @Nullable List<Integer> kept,
            @RequestParam(defaultValue = "1") int at)
            throws IOException {
        Material material = mine.material(code);
        List<Bytes> sent = sent(files == null ? List.of() : files);
        if (sent.isEmpty()) {
            return back(code, "none");
        }
        if (!mine.takes(material.code())) {
            return "redirect:/my?closed";
        }
        UUID place = slot == null ? slots.open(current.require(), material.code()) : slot;
        if (!slots.isOpen(current.require(), material.code(), place)) {
            return back(code, null);
        }
        List<Bytes> all = new ArrayList<>(kept(material, keep, kept == null ? List.of() : kept));
        all.addAll(Math.max(0, Math.min(at - 1, all.size())), sent);
        try {
            receive(material.code(), all, place);
        } catch (UploadSlots.SlotUsed again) {
            return back(code, null);
        } catch (FileTooLarge tooLarge) {
            return back(code, "large");
        } catch (OutsideSystemAway away) {
            return back(code, "away");
        }
        return back(code, null);
    }

    private void receive(MaterialCode material, List<Bytes> files, UUID place) throws IOException {
        intake.receive(
                new Submission(mine.number(), material, Channel.PORTAL, mine.actor(), null, null),
                files,
                document -> slots.use(place, document.id()));
    }

    /** Files of an earlier document that go along; nothing where it is not one of this material. */
    private List<Bytes> kept(Material material, @Nullable String document, List<Integer> sequences) {
        return material.documents().stream()
                .filter(received -> received.id().toString().equals(document))
                .flatMap(received -> received.document().files().stream())
                .filter(file -> sequences.contains(file.sequence()))
                .map(file -> new Bytes(file.name(), () -> dossier.open(file, 0)))
                .toList();
    }

    private static List<Bytes> sent(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !(file.isEmpty() && name(file).isEmpty()))
                .map(file -> new Bytes(name(file), file::getInputStream))
                .toList();
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private static String back(String code, @Nullable String why) {
        return "redirect:/my/materials/" + code + (why == null ? "" : "?" + why);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? back(
                        mine.material(String.valueOf(variables.get("code")))
                                .code()
                                .value(),
                        "large")
                : lost();
    }

    private static String lost() {
        throw ProblemException.notFound();
    }
}
