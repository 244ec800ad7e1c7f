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
import org.xudai.kernel.Money;
import org.xudai.pdf.FieldText;
import org.xudai.pdf.FormFont;
import org.xudai.pdf.PageMark;
import org.xudai.pdf.PdfForm;

/** The forms of the bank, filled from the loan book and the borrower's answers. */
@Service
class FormShelf implements FormLibrary {

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
        Map<String, String> values = values(template, bound, answers);
        List<FieldText> texts = new ArrayList<>();
        for (FormField field : template.fields()) {
            String value = values.getOrDefault(field.name(), "");
            OptionalInt missing = font.missing(value);
            if (missing.isPresent()) {
                throw new UnprintableText(field.name(), missing.getAsInt());
            }
            texts.add(new FieldText(field.name(), value, field.editable(), field.type() == FormField.Type.LONG_TEXT));
        }
        List<PageMark> marks = new ArrayList<>();
        for (int page = 1; page <= template.pages(); page++) {
            String text = codes.text(new PageCode(caseNumber, template.number(), version, page, template.pages()));
            for (FormBox box : loaded.layout().pages().get(page - 1).boxes()) {
                if (box.kind() == FormBox.Kind.CODE) {
                    marks.add(new PageMark(page, box.x(), box.y(), box.width(), PageCodes.modules(text)));
                }
            }
        }
        return new FilledForm(code, version, template.pages(), pdf.fill(loaded.pdf(), texts, marks), loaded.layout());
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
                values(template, bound, answers),
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
        Map<String, FormField> fields = new HashMap<>();
        templates.find(code).orElseThrow().template().fields().forEach(field -> fields.put(field.name(), field));
        Map<String, String> problems = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            FormField field = fields.get(name);
            if (field == null || !field.editable()) {
                problems.put(name, "field-unknown");
                return;
            }
            table.save(caseNumber, code, name, value);
            rules.problem(field, value).ifPresent(problem -> problems.put(name, problem));
        });
        return problems;
    }

    @Override
    public Map<String, String> problemsOf(CaseNumber caseNumber, String code) {
        Map<String, String> answers = table.answers(caseNumber, code);
        Map<String, String> problems = new LinkedHashMap<>();
        for (FormField field : templates.find(code).orElseThrow().template().fields()) {
            String answer = answers.getOrDefault(field.name(), "");
            if (field.editable() && field.required() && field.binding() == null && answer.isBlank()) {
                problems.put(field.name(), "missing");
            } else if (field.editable()) {
                rules.problem(field, answer).ifPresent(problem -> problems.put(field.name(), problem));
            }
        }
        return problems;
    }

    @Override
    public Optional<PageCode> readPageCode(String text) {
        return codes.read(text);
    }

    /** What stands in each field: the borrower's answer, else what the bank knows. */
    private static Map<String, String> values(
            FormTemplate template, Map<String, String> bound, Map<String, String> answers) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            String binding = field.binding();
            String known = binding == null ? "" : bound.getOrDefault(binding, "");
            String value = field.editable() ? answers.getOrDefault(field.name(), known) : known;
            values.put(field.name(), printed(field, value, answers));
        }
        return values;
    }

    private static String printed(FormField field, String value, Map<String, String> answers) {
        return switch (field.type()) {
            case AMOUNT ->
                AnswerRules.amount(value)
                        .map(amount -> new Money(amount).grouped())
                        .orElse(value);
            case AMOUNT_IN_CAPITALS ->
                AnswerRules.amount(answers.getOrDefault("amount", ""))
                        .map(amount -> new Money(amount).inCapitals())
                        .orElse(value);
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(choice -> choice.labels().getOrDefault("zh-CN", value))
                        .findFirst()
                        .orElse(value);
            case TEXT, LONG_TEXT, INTEGER, DATE -> value;
        };
    }
}
