package org.xudai.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.xudai.kernel.CaseNumber;
import org.xudai.pdf.FormPens;
import org.xudai.vault.TestKeys;

/** The forms filled by the product's own code for tests that need paper and no database; their page codes never change. */
public final class PaperForms {

    private static final String KEY = "T1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

    private final FormShelf shelf;

    /** Reads the sample forms. */
    public PaperForms() {
        try {
            Path keys = Files.createTempFile("page-code", ".keys");
            try {
                Files.writeString(keys, KEY);
                shelf = shelf(new FormSettings(null, keys));
            } finally {
                Files.delete(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormShelf shelf(FormSettings settings) {
        ObjectMapper json = new ObjectMapper();
        DataSource neverAsked = new PGSimpleDataSource();
        FormPens pens = new FormPens();
        return new FormShelf(
                new TemplateFiles(settings, json, pens.pdf()),
                new FormTable(JdbcClient.create(neverAsked), json, Clock.systemUTC(), TestKeys.vault(neverAsked)),
                new PageCodes(new PageCodeKeys(settings, new MockEnvironment())),
                pens.pdf(),
                pens.font(),
                new AnswerRules(pens.font()),
                Clock.systemUTC());
    }

    /** Codes of all forms. */
    public List<String> codes() {
        return shelf.templates().stream().map(FormTemplate::code).toList();
    }

    /** A form filled for a case. */
    public PaperForm fill(CaseNumber number, String code, Map<String, String> bound, Map<String, String> answers) {
        FormTemplate template = shelf.template(code).orElseThrow();
        return new PaperForm(
                number,
                shelf.fill(number, code, 1, bound, answers),
                FormContent.of(template, bound, answers).printed());
    }

    /** What a page code says, where its MAC holds. */
    public Optional<PageCode> readPageCode(String text) {
        return shelf.readPageCode(text);
    }
}
