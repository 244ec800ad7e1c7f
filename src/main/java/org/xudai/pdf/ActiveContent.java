package org.xudai.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for actions (ISO 32000-1, 12.6), embedded files (7.11.4), XFA (12.7.8), media and bombs in everything that hangs on
 * the trailer, so that no place to hide one is forgotten.
 */
final class ActiveContent {

    private static final int MOST_OBJECTS = 500_000;
    private static final Map<String, PdfFacts.Active> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", PdfFacts.Active.SCRIPT),
            Map.entry("Rendition", PdfFacts.Active.SCRIPT),
            Map.entry("RichMediaExecute", PdfFacts.Active.SCRIPT),
            Map.entry("Launch", PdfFacts.Active.LAUNCH),
            Map.entry("Movie", PdfFacts.Active.LAUNCH),
            Map.entry("Sound", PdfFacts.Active.LAUNCH),
            Map.entry("GoToE", PdfFacts.Active.LAUNCH),
            Map.entry("ImportData", PdfFacts.Active.LAUNCH),
            Map.entry("SubmitForm", PdfFacts.Active.LINK),
            Map.entry("GoToR", PdfFacts.Active.LINK));
    private static final Pattern WEB = Pattern.compile("^(https?|mailto):", Pattern.CASE_INSENSITIVE);
    private static final Map<String, PdfFacts.Active> SUBTYPES = Map.of(
            "FileAttachment", PdfFacts.Active.ATTACHMENT,
            "RichMedia", PdfFacts.Active.ATTACHMENT,
            "Movie", PdfFacts.Active.ATTACHMENT,
            "Sound", PdfFacts.Active.ATTACHMENT,
            "Screen", PdfFacts.Active.ATTACHMENT,
            "3D", PdfFacts.Active.ATTACHMENT);

    private final Set<PdfFacts.Active> found;
    private final StreamWeight weight;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> toSee = new ArrayDeque<>();

    ActiveContent(Set<PdfFacts.Active> found, StreamWeight weight) {
        this.found = found;
        this.weight = weight;
    }

    void scan(COSBase root) throws IOException {
        push(root);
        while (!toSee.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                found.add(PdfFacts.Active.BOMB); // what lies behind was not looked at
                return;
            }
            COSBase next = toSee.pop();
            if (next instanceof COSDictionary dictionary) {
                look(dictionary);
                if (next instanceof COSStream stream && weight.isTooMuch(stream)) {
                    found.add(PdfFacts.Active.BOMB);
                }
                dictionary.getValues().forEach(this::push);
            } else if (next instanceof COSArray array) {
                array.forEach(this::push);
            }
        }
    }

    private void push(@Nullable COSBase item) {
        COSBase object = item instanceof COSObject reference ? reference.getObject() : item;
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            toSee.push(object);
        }
    }

    private void look(COSDictionary dictionary) {
        add(ACTIONS.get(name(dictionary, COSName.S)));
        if (name(dictionary, COSName.S).equals("URI")) {
            add(link(dictionary));
        }
        add(SUBTYPES.get(name(dictionary, COSName.SUBTYPE)));
        if (dictionary.containsKey(COSName.JS)) {
            found.add(PdfFacts.Active.SCRIPT);
        }
        if (dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(COSName.getPDFName("EmbeddedFiles"))
                || "EmbeddedFile".equals(name(dictionary, COSName.TYPE))) {
            found.add(PdfFacts.Active.ATTACHMENT);
        }
        if (dictionary.containsKey(COSName.getPDFName("XFA"))) {
            found.add(PdfFacts.Active.XFA);
        }
    }

    private static PdfFacts.Active link(COSDictionary action) {
        String address = action.getString(COSName.URI, "");
        return WEB.matcher(address).find() ? PdfFacts.Active.WEB_LINK : PdfFacts.Active.LINK;
    }

    private void add(PdfFacts.@Nullable Active active) {
        if (active != null) {
            found.add(active);
        }
    }

    private static String name(COSDictionary dictionary, COSName key) {
        COSBase value = dictionary.getDictionaryObject(key);
        return value instanceof COSName name ? name.getName() : "";
    }
}
