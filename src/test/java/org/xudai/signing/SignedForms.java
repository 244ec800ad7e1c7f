package org.xudai.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.xudai.pdf.FieldText;
import org.xudai.pdf.FormFont;
import org.xudai.pdf.Ink;
import org.xudai.pdf.InkField;
import org.xudai.pdf.PdfForm;

/** Resolutions of shareholders, issued, signed on the screen and sealed. */
final class SignedForms {

    static final InkField.Place FIRST = new InkField.Place(2, 277.14, 201.5, 258.93, 47, 155.96);
    static final InkField.Place SECOND = new InkField.Place(2, 277.14, 253.5, 258.93, 47, 155.96);
    static final InkField.Place THIRD = new InkField.Place(2, 277.14, 305.5, 258.93, 47, 155.96);
    static final String DAY = "2026年11月23日";

    final Authorities authority = new Authorities();
    final KeyStore.PrivateKeyEntry bank = authority.signer("Test bank");
    final DevelopmentAuthority clock = new DevelopmentAuthority();
    private final InkField ink;
    private final PdfForm forms;

    SignedForms() {
        AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(FormFont.class, PdfForm.class, InkField.class);
        ink = context.getBean(InkField.class);
        forms = context.getBean(PdfForm.class);
    }

    byte[] issued() {
        try (InputStream in = Objects.requireNonNull(
                SignedForms.class.getResourceAsStream("/forms/shareholder-resolution/form.pdf"))) {
            return forms.fill(
                    in.readAllBytes(),
                    List.of(
                            new FieldText("firm", "武夷山云溪餐饮管理有限责任公司", false, false),
                            new FieldText("meetingPlace", "公司会议室", true, false)),
                    List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seal of somebody over his mark. */
    PdfSealer sealer(KeyStore.PrivateKeyEntry key) {
        return new PdfSealer(key, clock, ink);
    }

    PdfSealer withoutClock() {
        return new PdfSealer(bank, null, ink);
    }

    byte[] signed(byte[] pdf, InkField.Place place, Ink mark) {
        return sealer(bank).seal(pdf, place, mark, "陈茂生", Authorities.NOW);
    }

    byte[] signedByThree() {
        return signed(signed(signed(issued(), FIRST, drawn()), SECOND, Ink.typed("欧阳䶮", DAY)), THIRD, drawn());
    }

    static Ink drawn() {
        List<List<Ink.Point>> strokes = new ArrayList<>();
        for (int stroke = 0; stroke < 3; stroke++) {
            List<Ink.Point> points = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                points.add(new Ink.Point(stroke * 90 + i * 2, 60 + 40 * Math.sin(i / 5.0 + stroke)));
            }
            strokes.add(points);
        }
        return Ink.drawn(strokes, DAY);
    }

    TrustMaterial trust(byte[]... revocationLists) {
        return new TrustMaterial(
                trusted(),
                List.of(revocationLists),
                revocationLists.length == 0 ? TrustMaterial.Revocation.NOT_CHECKED : TrustMaterial.Revocation.REQUIRED,
                List.of());
    }

    List<byte[]> trusted() {
        return Stream.concat(Stream.of(authority.certificate()), clock.certificates().stream())
                .map(SignedForms::der)
                .toList();
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
