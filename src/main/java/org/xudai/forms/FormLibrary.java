package org.xudai.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;

/** The forms: what there are, filling them, their issued versions and answers in draft. */
public interface FormLibrary {

    /** The template of a material, or nothing where it has no form. */
    Optional<FormTemplate> template(String code);

    List<FormTemplate> templates();

    /**
     * Fills a form and puts a page code on each page. Takes the values by binding ({@code borrower.name} → text) and the
     * borrower's answers by field name.
     *
     * @throws UnprintableText where a value holds a character the font lacks; it names field and character
     */
    FilledForm fill(
            CaseNumber caseNumber, String code, int version, Map<String, String> bound, Map<String, String> answers);

    /** Records an issued version with the document that holds its bytes; values and layout are frozen with it. */
    void recordIssue(
            CaseNumber caseNumber,
            FilledForm form,
            DocumentId document,
            Map<String, String> bound,
            Map<String, String> answers);

    /** The current issued version. */
    Optional<IssuedForm> current(CaseNumber caseNumber, String code);

    /** One issued version. */
    Optional<IssuedForm> issued(CaseNumber caseNumber, String code, int version);

    /** Every issued version of a case. */
    List<IssuedForm> issuedOf(CaseNumber caseNumber);

    /** Answers in draft, by field name. */
    Map<String, String> answers(CaseNumber caseNumber, String code);

    /**
     * Saves answers in draft: only the given fields change.
     *
     * @return problems by field name; the sentence of a problem is {@code answer.<problem>} in the bundle and takes the
     *     field's label; answers with a problem are kept as typed
     */
    Map<String, String> saveAnswers(CaseNumber caseNumber, String code, Map<String, String> answers);

    /** Checks whether all required answers are there and right; problems by field name. */
    Map<String, String> problemsOf(CaseNumber caseNumber, String code);

    /** Reads the text of a page code and checks its MAC. */
    Optional<PageCode> readPageCode(String text);
}
