package org.xudai.forms.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/** The structure tree (ISO 32000-1, 14.7): what a screen reader goes by. */
final class Tags {

    private static final COSName NUMS = COSName.getPDFName("Nums");

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<Integer, PDStructureElement> widgets = new HashMap<>();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private int nextKey = 1_000;

    Tags(PDDocument document) {
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
        PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        whole.setLanguage("zh-CN");
        root.appendKid(whole);
        open.push(whole);
    }

    /** A page is numbered by its place among the pages. */
    void page(PDPage page) {
        page.setStructParents(pages.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pages.add(page);
        marked.put(page, new ArrayList<>());
    }

    void begin(String type, PDPage page) {
        PDStructureElement parent = Objects.requireNonNull(open.peek());
        PDStructureElement element = new PDStructureElement(type, parent);
        element.setPage(page);
        parent.appendKid(element);
        open.push(element);
    }

    void end() {
        open.pop();
    }

    /** Number of the next piece of marked content of a page, which belongs to the element that is open. */
    int mark(PDPage page) {
        PDStructureElement element = Objects.requireNonNull(open.peek());
        List<PDStructureElement> owners = Objects.requireNonNull(marked.get(page));
        owners.add(element);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, page);
        reference.setInt(COSName.MCID, owners.size() - 1);
        kids(element).add(reference);
        return owners.size() - 1;
    }

    /** A field stands in the element that is open. */
    void widget(PDAnnotationWidget widget, PDPage page) {
        begin(StandardStructureTypes.FORM, page);
        PDStructureElement element = Objects.requireNonNull(open.peek());
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        reference.getCOSObject().setItem(COSName.PG, page);
        kids(element).add(reference.getCOSObject());
        widget.setStructParent(nextKey);
        widgets.put(nextKey++, element);
        end();
    }

    /** Writes the tree from marked content and fields back to their elements. */
    void finish() {
        COSArray numbers = new COSArray();
        for (int i = 0; i < pages.size(); i++) {
            COSArray elements = new COSArray();
            Objects.requireNonNull(marked.get(pages.get(i))).forEach(element -> elements.add(element.getCOSObject()));
            numbers.add(COSInteger.get(i));
            numbers.add(elements);
        }
        widgets.keySet().stream().sorted().forEach(key -> {
            numbers.add(COSInteger.get(key));
            numbers.add(Objects.requireNonNull(widgets.get(key)).getCOSObject());
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(nextKey);
    }

    private static COSArray kids(PDStructureElement element) {
        COSDictionary dictionary = element.getCOSObject();
        if (dictionary.getDictionaryObject(COSName.K) instanceof COSArray kids) {
            return kids;
        }
        COSArray kids = new COSArray();
        if (dictionary.getDictionaryObject(COSName.K) != null) {
            kids.add(dictionary.getItem(COSName.K));
        }
        dictionary.setItem(COSName.K, kids);
        return kids;
    }
}
