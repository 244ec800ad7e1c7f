package org.xudai.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Forms filled on the screen, step by step, and saved as typed. */
@Controller
class FormsController {

    private final MyCase mine;
    private final FormLibrary forms;
    private final FilledForms filled;
    private final Renewals renewals;
    private final Dossier dossier;

    FormsController(MyCase mine, FormLibrary forms, FilledForms filled, Renewals renewals, Dossier dossier) {
        this.mine = mine;
        this.forms = forms;
        this.filled = filled;
        this.renewals = renewals;
        this.dossier = dossier;
    }

    /** A step with its fields, on the page before the final act. */
    record Group(int step, String title, List<FilledField> fields) {}

    @GetMapping("/my/forms/{code}")
    String start(@PathVariable String code) {
        return "redirect:/my/forms/" + filled.template(code).code() + "/1";
    }

    @GetMapping("/my/forms/{code}/{step:\\d}")
    String step(@PathVariable String code, @PathVariable int step, Model model, Locale locale) {
        return show(filled.template(code), step, Map.of(), model, locale);
    }

    /** Saves what he types while he types it; gives each amount in capitals, by field name. */
    @PostMapping("/my/forms/{code}/save")
    @ResponseBody
    Map<String, String> save(@PathVariable String code, @RequestParam Map<String, String> entered) {
        FormTemplate template = filled.template(code);
        keep(template, entered);
        Map<String, String> capitals = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            if (field.type() == FormField.Type.AMOUNT && entered.containsKey(field.name())) {
                capitals.put(field.name(), FilledForms.capitals(field, entered.getOrDefault(field.name(), "")));
            }
        }
        return capitals;
    }

    @PostMapping("/my/forms/{code}/{step:\\d}")
    String next(
            @PathVariable String code,
            @PathVariable int step,
            @RequestParam Map<String, String> entered,
            Model model,
            Locale locale) {
        FormTemplate template = filled.template(code);
        keep(template, entered);
        Map<String, String> all = forms.problemsOf(mine.number(), code);
        Map<String, String> here = new LinkedHashMap<>();
        for (FormField field : filled.fieldsOf(template, step)) {
            if (all.containsKey(field.name())) {
                here.put(field.name(), all.get(field.name()));
            }
        }
        if (!here.isEmpty()) {
            return show(template, step, here, model, locale);
        }
        return step < template.steps().size()
                ? "redirect:/my/forms/" + template.code() + "/" + (step + 1)
                : "redirect:/my/forms/" + template.code() + "/check";
    }

    @GetMapping({"/my/forms/{code}/check", "/my/forms/{code}/freeze"})
    String check(@PathVariable String code, Model model, Locale locale) {
        return check(filled.template(code), forms.problemsOf(mine.number(), code), model, locale);
    }

    private String check(FormTemplate template, Map<String, String> problems, Model model, Locale locale) {
        List<Group> groups = new ArrayList<>();
        for (int step = 1; step <= template.steps().size(); step++) {
            groups.add(new Group(
                    step,
                    FilledForms.in(template.steps().get(step - 1), locale),
                    filled.fields(template, step, problems, locale)));
        }
        model.addAttribute("code", template.code());
        model.addAttribute("formTitle", filled.title(template, locale));
        model.addAttribute("groups", groups);
        model.addAttribute("problems", filled.sentences(template, problems, locale));
        model.addAttribute(
                "wrong",
                groups.stream()
                        .filter(group -> group.fields().stream().anyMatch(FilledField::isWrong))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "handedIn", !mine.material(template.code()).documents().isEmpty());
        return "portal/form-check";
    }

    @PostMapping("/my/forms/{code}/freeze")
    String freeze(@PathVariable String code, Model model, Locale locale) {
        FormTemplate template = filled.template(code);
        Renewals.Freezing freezing = renewals.freezeForm(mine.number(), new MaterialCode(code), mine.actor());
        if (freezing instanceof Renewals.Freezing.Incomplete incomplete) {
            return check(template, incomplete.problems(), model, locale);
        }
        return freezing instanceof Renewals.Freezing.NotNow ? "redirect:/my?closed" : "redirect:/my/materials/" + code;
    }

    @GetMapping(path = "/my/forms/{code}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> pdf(@PathVariable String code, Locale locale) throws IOException {
        IssuedForm form = forms.current(
                        mine.number(), mine.material(code).code().value())
                .orElseThrow(ProblemException::notFound);
        StoredFile file = dossier.find(form.document()).orElseThrow().files().get(0);
        String name = filled.title(forms.template(code).orElseThrow(), locale) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(dossier.open(file, 0)));
    }

    private String show(FormTemplate template, int step, Map<String, String> problems, Model model, Locale locale) {
        if (step < 1 || step > template.steps().size()) {
            throw ProblemException.notFound();
        }
        model.addAttribute("code", template.code());
        model.addAttribute("formTitle", filled.title(template, locale));
        model.addAttribute("step", step);
        model.addAttribute("steps", template.steps().size());
        model.addAttribute("stepTitle", FilledForms.in(template.steps().get(step - 1), locale));
        model.addAttribute(
                "nextTitle",
                step < template.steps().size() ? FilledForms.in(template.steps().get(step), locale) : null);
        model.addAttribute("fields", filled.fields(template, step, problems, locale));
        model.addAttribute("problems", filled.sentences(template, problems, locale));
        model.addAttribute("takes", mine.takes(new MaterialCode(template.code())));
        return "portal/form-step";
    }

    private void keep(FormTemplate template, Map<String, String> entered) {
        if (!mine.takes(new MaterialCode(template.code()))) {
            return;
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            String value = entered.get(field.name());
            if (field.editable() && value != null) {
                answers.put(field.name(), value);
            }
        }
        forms.saveAnswers(mine.number(), template.code(), answers);
    }
}
