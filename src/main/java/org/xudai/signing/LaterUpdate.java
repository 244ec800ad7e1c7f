package org.xudai.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was appended to a file behind a signature: which objects it writes, and whether these belong only where such an
 * update may write. An update that packs its objects is not looked into, and belongs nowhere.
 */
final class LaterUpdate {

    private static final Pattern OBJECT = Pattern.compile("(?<=^|\\s)(\\d{1,9}) \\d{1,5} obj\\b");
    private static final Pattern END = Pattern.compile("%%EOF\\s{0,4}$");
    private static final COSName STORE = COSName.getPDFName("DSS");
    private static final int TAIL = 16;

    private final byte[] pdf;
    private final int end;
    private final String update;

    LaterUpdate(byte[] pdf, int end) {
        this.pdf = pdf;
        this.end = end;
        this.update = new String(pdf, end, pdf.length - end, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether it is a whole update that only arranges anew what proves the signatures later: no object it writes is used
     * outside of the document security store (ISO 32000-2, 12.8.4.3).
     */
    boolean arrangesValidationDataAlone() {
        String before = new String(pdf, Math.max(0, end - TAIL), Math.min(TAIL, end), StandardCharsets.ISO_8859_1);
        if (!END.matcher(before).find() || !END.matcher(update).find() || isPacked()) {
            return false;
        }
        Set<Long> written = written();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<Long> elsewhere = reachable(document, Set.of(STORE), null);
            written.retainAll(elsewhere);
            return written.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether no object that was signed and is used outside of fields was written anew, pages and catalog apart. */
    boolean leavesAloneWhatIsNoField() {
        if (isPacked()) {
            return false;
        }
        Set<Long> written = written();
        try (PDDocument signed = Loader.loadPDF(Arrays.copyOf(pdf, end))) {
            Set<Long> elsewhere = reachable(signed, Set.of(COSName.ACRO_FORM, COSName.ANNOTS), COSName.PAGE);
            written.retainAll(elsewhere);
            return written.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isPacked() {
        return update.contains("/ObjStm");
    }

    private Set<Long> written() {
        Set<Long> numbers = new HashSet<>();
        Matcher object = OBJECT.matcher(update);
        while (object.find()) {
            numbers.add(Long.parseLong(object.group(1)));
        }
        return numbers;
    }

    /** Numbers of the objects that the catalog leads to, without the named ways and without objects of a type. */
    private static Set<Long> reachable(PDDocument document, Set<COSName> without, @Nullable COSName type) {
        Set<Long> numbers = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocumentCatalog().getCOSObject());
        while (!open.isEmpty()) {
            COSBase next = open.remove();
            if (next instanceof COSObject reference) {
                long number = reference.getKey().getNumber();
                COSBase object = reference.getObject();
                boolean counts = type == null
                        || !(object instanceof COSDictionary dictionary)
                        || !type.equals(dictionary.getCOSName(COSName.TYPE));
                if (counts) {
                    numbers.add(number);
                }
                if (seen.add(number) && object != null) {
                    open.add(object);
                }
            } else if (next instanceof COSDictionary dictionary) {
                dictionary.keySet().stream()
                        .filter(key -> !without.contains(key))
                        .forEach(key -> open.add(dictionary.getItem(key)));
            } else if (next instanceof COSArray array) {
                array.forEach(open::add);
            }
        }
        return numbers;
    }
}
