package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.springframework.boot.test.context.TestComponent;
import org.xudai.access.PartySession;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.testing.Papers;

/** Borrowers of test cases and the papers in their hands. */
@TestComponent
class Borrowers {

    private final Renewals renewals;
    private final Papers papers;

    Borrowers(Renewals renewals, FormLibrary forms, Dossier dossier) {
        this.renewals = renewals;
        this.papers = new Papers(forms, dossier);
    }

    /** The one who hands in for everybody. */
    PartySession of(CaseNumber number) {
        return renewals.parties(number).stream()
                .filter(party -> party.seesAll())
                .findFirst()
                .map(party -> new PartySession(number, party.party().id()))
                .orElseThrow();
    }

    /** The signer who leaves handing in to another. */
    PartySession signerOnly(CaseNumber number) {
        return renewals.parties(number).stream()
                .filter(party -> !party.seesAll())
                .findFirst()
                .map(party -> new PartySession(number, party.party().id()))
                .orElseThrow();
    }

    /** A material of a case as it stands. */
    Material material(CaseNumber number, String code) {
        return renewals.checklist(number).stream()
                .filter(material -> material.code().equals(new MaterialCode(code)))
                .findFirst()
                .orElseThrow();
    }

    /** Photographs of a form, printed, signed and sealed; one a page. */
    List<byte[]> photographs(CaseNumber number, String code) {
        return papers.photographs(number, code, Papers.CHEN);
    }

    /** The issued PDF of a form. */
    byte[] pdf(CaseNumber number, String code) {
        return papers.issued(number, code);
    }

    /** A photo of a page held so that its lower quarter is not in the picture. */
    static byte[] cutOff(byte[] photo) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo));
        BufferedImage cut = whole.getSubimage(0, 0, whole.getWidth(), whole.getHeight() * 3 / 4);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(cut, "jpg", jpeg)).isTrue();
        return jpeg.toByteArray();
    }

    /** A photo of a paper, from the resources. */
    static byte[] photo(String name) {
        try (InputStream in = Objects.requireNonNull(Borrowers.class.getResourceAsStream("/papers/" + name + ".jpg"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
