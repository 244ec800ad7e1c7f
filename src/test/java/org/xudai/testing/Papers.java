package org.xudai.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLayout;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;

/** The forms of a case on paper: as they were issued, and as they come back. */
public final class Papers {

    /** Mr Chen, who has no seal. */
    public static final SignedPaper CHEN = new SignedPaper("陈茂生", "", "2026年11月23日");

    private static final int DOTS_PER_INCH = 150;

    private final FormLibrary forms;
    private final Dossier dossier;

    public Papers(FormLibrary forms, Dossier dossier) {
        this.forms = forms;
        this.dossier = dossier;
    }

    /** The current version as it was issued. */
    public byte[] issued(CaseNumber number, String code) {
        IssuedForm form = forms.current(number, code).orElseThrow();
        var file = dossier.find(form.document()).orElseThrow().files().get(0);
        try (InputStream in = dossier.open(file, 0)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where things are on it. */
    public FormLayout layout(CaseNumber number, String code) {
        return forms.current(number, code).orElseThrow().layout();
    }

    /** Photographs of a form, signed; one a page. */
    public List<byte[]> photographs(CaseNumber number, String code, SignedPaper pen) {
        try {
            return pen.photographs(issued(number, code), layout(number, code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signed pages of a form, for any camera. */
    public List<BufferedImage> signed(CaseNumber number, String code, SignedPaper pen) {
        try {
            return pen.pages(issued(number, code), layout(number, code), DOTS_PER_INCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
