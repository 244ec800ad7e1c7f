package org.xudai.portal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Forms filled on the screen, step by step, and saved as typed. */
@Controller
class FormsController {

    private final MyCase mine;
    private final FormLibrary forms;
    private final Renewals renewals;
    private final Dossier dossier;
    private final MessageSource texts;

    FormsController(MyCase mine, FormLibrary forms, Renewals renewals, Dossier dossier, MessageSource texts) {
        this.mine = mine;
        this.forms = forms;
        this.renewals = renewals;
        this.dossier = dossier;
        this.texts = texts;
    }

    /** A field with what is in it. */
    record Filled(
            FormField field, String label, String hint, String value, String problem, String capitals, String shown) {}

    @GetMapping("/my/forms/{code}")
    String start(@PathVariable String code) {
        return "redirect:/my/forms/" + template(code).code() + "/1";
    }

    @GetMapping("/my/forms/{code}/{step:\\d}")
    String step(@PathVariable String code, @PathVariable int step, Model model, Locale locale) {
        return show(code, step, Map.of(), model, locale);
    }

    @PostMapping("/my/forms/{code}/save")
    ResponseEntity<Void> save(@PathVariable String code, @RequestParam Map<String, String> entered) {
        template(code);
        keep(code, entered);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/my/forms/{code}/{step:\\d}")
    String next(
            @PathVariable String code,
            @PathVariable int step,
            @RequestParam Map<String, String> entered,
            Model model,
            Locale locale) {
        FormTemplate template = template(code);
        keep(code, entered);
        Map<String, String> all = forms.problemsOf(mine.number(), code);
        Map<String, String> here = new LinkedHashMap<>();
        for (FormField field : HomeController.fieldsOf(forms, code, step)) {
            if (all.containsKey(field.name())) {
                here.put(field.name(), all.get(field.name()));
            }
        }
        if (!here.isEmpty()) {
            return show(code, step, here, model, locale);
        }
        return step < template.steps().size()
                ? "redirect:/my/forms/" + code + "/" + (step + 1)
                : "redirect:/my/forms/" + code + "/check";
    }

    @GetMapping("/my/forms/{code}/check")
    String check(@PathVariable String code, Model model, Locale locale) {
        FormTemplate template = template(code);
        Map<String, String> problems = forms.problemsOf(mine.number(), code);
        model.addAttribute("code", code);
        model.addAttribute("template", template);
        model.addAttribute("formTitle", title(template, locale));
        model.addAttribute(
                "stepTitles",
                template.steps().stream().map(step -> in(step, locale)).toList());
        List<List<Filled>> filled = new java.util.ArrayList<>();
        for (int step = 1; step <= template.steps().size(); step++) {
            filled.add(filled(code, step, problems, locale));
        }
        model.addAttribute("filled", filled);
        model.addAttribute("problems", sentences(template, problems, locale));
        return "portal/form-check";
    }

    @PostMapping("/my/forms/{code}/freeze")
    String freeze(@PathVariable String code, Model model, Locale locale) {
        template(code);
        Renewals.Freezing freezing = renewals.freezeForm(mine.number(), new MaterialCode(code), mine.actor());
        if (freezing instanceof Renewals.Freezing.Incomplete incomplete) {
            check(code, model, locale);
            model.addAttribute("problems", sentences(template(code), incomplete.problems(), locale));
            return "portal/form-check";
        }
        return freezing instanceof Renewals.Freezing.NotNow ? "redirect:/my" : "redirect:/my/materials/" + code;
    }

    @GetMapping(path = "/my/forms/{code}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> pdf(@PathVariable String code, Locale locale) throws IOException {
        IssuedForm form = forms.current(
                        mine.number(), mine.material(code).code().value())
                .orElseThrow(ProblemException::notFound);
        StoredFile file = dossier.find(form.document()).orElseThrow().files().get(0);
        String name = title(forms.template(code).orElseThrow(), locale) + ".pdf";
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

    private String show(String code, int step, Map<String, String> problems, Model model, Locale locale) {
        FormTemplate template = template(code);
        if (step < 1 || step > template.steps().size()) {
            throw ProblemException.notFound();
        }
        model.addAttribute("code", code);
        model.addAttribute("formTitle", title(template, locale));
        model.addAttribute("step", step);
        model.addAttribute("steps", template.steps().size());
        model.addAttribute("stepTitle", in(template.steps().get(step - 1), locale));
        model.addAttribute(
                "nextTitle",
                step < template.steps().size() ? in(template.steps().get(step), locale) : null);
        model.addAttribute("fields", filled(code, step, problems, locale));
        model.addAttribute("problems", sentences(template, problems, locale));
        return "portal/form-step";
    }

    /** The template of a form that is his and has something to fill in. */
    private FormTemplate template(String code) {
        mine.material(code);
        return forms.template(code)
                .filter(template -> !template.steps().isEmpty())
                .orElseThrow(ProblemException::notFound);
    }

    private void keep(String code, Map<String, String> entered) {
        CaseNumber number = mine.number();
        if (!mine.takes(new MaterialCode(code))) {
            return;
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormField field : forms.template(code).orElseThrow().fields()) {
            String value = entered.get(field.name());
            if (field.editable() && value != null) {
                answers.put(field.name(), value);
            }
        }
        forms.saveAnswers(number, code, answers);
    }

    private List<Filled> filled(String code, int step, Map<String, String> problems, Locale locale) {
        Map<String, String> answers = forms.answers(mine.number(), code);
        Map<String, String> printed =
                forms.current(mine.number(), code).map(IssuedForm::values).orElse(Map.of());
        return HomeController.fieldsOf(forms, code, step).stream()
                .map(field -> {
                    String value = answers.getOrDefault(field.name(), printed.getOrDefault(field.name(), ""));
                    String problem = problems.getOrDefault(field.name(), "");
                    return new Filled(
                            field,
                            field.label(locale),
                            field.hint(locale),
                            value,
                            problem.isEmpty() ? "" : sentence(field, problem, locale),
                            capitals(field, value),
                            shown(field, value, locale));
                })
                .toList();
    }

    /** The answer as he chose it: the words of a choice, else what he typed. */
    private static String shown(FormField field, String value, Locale locale) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> in(choice.labels(), locale))
                .findFirst()
                .orElse(value);
    }

    private static String capitals(FormField field, String value) {
        String digits = value.replace(",", "").replace("，", "").strip();
        boolean amount = field.type() == FormField.Type.AMOUNT && digits.matches("\\d{1,13}(\\.\\d{1,2})?");
        return amount ? new Money(new BigDecimal(digits)).inCapitals() : "";
    }

    private Map<String, String> sentences(FormTemplate template, Map<String, String> problems, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            if (problems.containsKey(field.name())) {
                sentences.put(field.name(), sentence(field, problems.getOrDefault(field.name(), ""), locale));
            }
        }
        return sentences;
    }

    private String sentence(FormField field, String problem, Locale locale) {
        String text = texts.getMessage("answer." + problem, new Object[] {field.label(locale)}, problem, locale);
        return text == null ? problem : text;
    }

    private static String title(FormTemplate template, Locale locale) {
        return in(template.titles(), locale);
    }

    private static String in(Map<String, String> words, Locale locale) {
        return words.getOrDefault("en".equals(locale.getLanguage()) ? "en" : "zh-CN", words.getOrDefault("zh-CN", ""));
    }
}
