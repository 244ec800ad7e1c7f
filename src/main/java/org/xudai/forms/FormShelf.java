package org.xudai.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.pdf.FieldText;
import org.xudai.pdf.FormFont;
import org.xudai.pdf.PageMark;
import org.xudai.pdf.PdfForm;

/** The forms of the bank, filled from the loan book and the borrower's answers. */
@Service
class FormShelf implements FormLibrary {

    private static final String VERSION = "form.version";

    private final TemplateFiles templates;
    private final FormTable table;
    private final PageCodes codes;
    private final PdfForm pdf;
    private final FormFont font;
    private final AnswerRules rules;
    private final Clock clock;

    FormShelf(
            TemplateFiles templates,
            FormTable table,
            PageCodes codes,
            PdfForm pdf,
            FormFont font,
            AnswerRules rules,
            Clock clock) {
        this.templates = templates;
        this.table = table;
        this.codes = codes;
        this.pdf = pdf;
        this.font = font;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Optional<FormTemplate> template(String code) {
        return templates.find(code).map(LoadedTemplate::template);
    }

    @Override
    public List<FormTemplate> templates() {
        return templates.all().stream().map(LoadedTemplate::template).toList();
    }

    @Override
    public FilledForm fill(
            CaseNumber caseNumber, String code, int version, Map<String, String> bound, Map<String, String> answers) {
        LoadedTemplate loaded = templates.find(code).orElseThrow();
        FormTemplate template = loaded.template();
        Map<String, String> known = versioned(bound, version);
        Map<String, String> printed = FormContent.of(template, known, answers).printed();
        List<FieldText> texts = new ArrayList<>();
        for (FormField field : template.fields()) {
            String text = printed.getOrDefault(field.name(), "");
            OptionalInt missing = font.missing(text);
            if (missing.isPresent()) {
                throw new UnprintableText(field.name(), missing.getAsInt());
            }
            texts.add(new FieldText(field.name(), text, field.editable(), field.type() == FormField.Type.LONG_TEXT));
        }
        List<PageMark> marks = new ArrayList<>();
        for (Descriptor.Box box : loaded.codes()) {
            String text =
                    codes.text(new PageCode(caseNumber, template.number(), version, box.page(), template.pages()));
            marks.add(new PageMark(box.page(), box.x(), box.y(), box.width(), PageCodes.modules(text)));
        }
        return new FilledForm(
                code, version, template.pages(), pdf.fill(loaded.pdf(), texts, marks), loaded.layout(printed, known));
    }

    @Override
    @Transactional
    public void recordIssue(
            CaseNumber caseNumber,
            FilledForm form,
            DocumentId document,
            Map<String, String> bound,
            Map<String, String> answers) {
        FormTemplate template = templates.find(form.code()).orElseThrow().template();
        table.insert(new IssuedForm(
                caseNumber,
                form.code(),
                form.version(),
                form.pages(),
                document,
                clock.instant(),
                FormContent.of(template, versioned(bound, form.version()), answers)
                        .values(),
                form.layout()));
    }

    @Override
    public Optional<IssuedForm> current(CaseNumber caseNumber, String code) {
        return table.current(caseNumber, code);
    }

    @Override
    public Optional<IssuedForm> issued(CaseNumber caseNumber, String code, int version) {
        return table.find(caseNumber, code, version);
    }

    @Override
    public List<IssuedForm> issuedOf(CaseNumber caseNumber) {
        return table.ofCase(caseNumber);
    }

    @Override
    public Map<String, String> answers(CaseNumber caseNumber, String code) {
        return table.answers(caseNumber, code);
    }

    @Override
    @Transactional
    public Map<String, String> saveAnswers(CaseNumber caseNumber, String code, Map<String, String> answers) {
        LoadedTemplate loaded = templates.find(code).orElseThrow();
        Map<String, FormField> fields = new HashMap<>();
        loaded.template().fields().forEach(field -> fields.put(field.name(), field));
        Map<String, String> problems = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            FormField field = fields.get(name);
            if (field == null || !field.editable()) {
                problems.put(name, "field-unknown");
                return;
            }
            table.save(caseNumber, code, name, value);
            problem(caseNumber, loaded, field, value).ifPresent(problem -> problems.put(name, problem));
        });
        return problems;
    }

    @Override
    public Map<String, String> problemsOf(CaseNumber caseNumber, String code) {
        LoadedTemplate loaded = templates.find(code).orElseThrow();
        Map<String, String> answers = table.answers(caseNumber, code);
        Map<String, String> problems = new LinkedHashMap<>();
        for (FormField field : loaded.template().fields()) {
            String answer = answers.getOrDefault(field.name(), "");
            if (field.editable() && field.required() && field.binding() == null && answer.isBlank()) {
                problems.put(field.name(), "missing");
            } else if (field.editable()) {
                problem(caseNumber, loaded, field, answer).ifPresent(problem -> problems.put(field.name(), problem));
            }
        }
        return problems;
    }

    @Override
    public Optional<PageCode> readPageCode(String text) {
        return codes.read(text);
    }

    private Optional<String> problem(CaseNumber caseNumber, LoadedTemplate loaded, FormField field, String answer) {
        Optional<String> problem = rules.problem(field, answer);
        String limit = loaded.limits().get(field.name());
        if (problem.isPresent() || limit == null || answer.isBlank()) {
            return problem;
        }
        return table.current(caseNumber, loaded.template().code())
                .flatMap(form -> AnswerRules.amount(form.values().getOrDefault(limit, "")))
                .filter(most -> AnswerRules.amount(answer)
                        .filter(amount -> amount.compareTo(most) > 0)
                        .isPresent())
                .map(most -> "amount-too-high");
    }

    private static Map<String, String> versioned(Map<String, String> bound, int version) {
        Map<String, String> known = new HashMap<>(bound);
        known.put(VERSION, Integer.toString(version));
        return known;
    }
}
