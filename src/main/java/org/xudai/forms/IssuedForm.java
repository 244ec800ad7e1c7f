package org.xudai.forms;

import java.time.Instant;
import java.util.Map;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;

/**
 * An issued version of a form.
 *
 * @param caseNumber the case
 * @param code form code
 * @param version from 1
 * @param pages how many pages
 * @param document the document that holds the bytes
 * @param issuedAt when
 * @param values what stands in each field, by field name; answers as they were given
 * @param layout where things are
 */
public record IssuedForm(
        CaseNumber caseNumber,
        String code,
        int version,
        int pages,
        DocumentId document,
        Instant issuedAt,
        Map<String, String> values,
        FormLayout layout) {}
