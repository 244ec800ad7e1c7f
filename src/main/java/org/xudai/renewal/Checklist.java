package org.xudai.renewal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.intake.Intake;
import org.xudai.intake.ReceivedPage;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.Party;

/** The checklist (材料清单): its lines with their documents; the state of a line follows from its documents. */
@Component
class Checklist {

    private final MaterialTable materials;
    private final Dossier dossier;
    private final Intake intake;
    private final FormLibrary forms;
    private final CaseParties parties;
    private final SigningProgress signing;

    Checklist(
            MaterialTable materials,
            Dossier dossier,
            Intake intake,
            FormLibrary forms,
            CaseParties parties,
            SigningProgress signing) {
        this.materials = materials;
        this.dossier = dossier;
        this.intake = intake;
        this.forms = forms;
        this.parties = parties;
        this.signing = signing;
    }

    List<Material> of(CaseNumber number) {
        List<Document> received = dossier.ofCase(number).stream()
                .filter(document -> document.channel() != Channel.ISSUED)
                .toList();
        Map<DocumentId, List<ReceivedPage>> pages =
                intake.pagesOf(number).stream().collect(Collectors.groupingBy(ReceivedPage::document));
        Map<PartyId, Party> people =
                parties.of(number).stream().collect(Collectors.toMap(Party::id, Function.identity()));
        SigningProgress.Kept kept = signing.kept(number);
        return materials.ofCase(number).stream()
                .map(line -> material(number, line, received, pages, people, kept))
                .toList();
    }

    /** Required materials without a document that counts. */
    List<MaterialCode> missing(CaseNumber number) {
        return of(number).stream()
                .filter(Material::required)
                .filter(material -> material.documents().stream().noneMatch(received -> counts(received.document())))
                .map(Material::code)
                .toList();
    }

    private Material material(
            CaseNumber number,
            MaterialTable.Line line,
            List<Document> received,
            Map<DocumentId, List<ReceivedPage>> pages,
            Map<PartyId, Party> people,
            SigningProgress.Kept kept) {
        IssuedForm form = forms.current(number, line.code().value()).orElse(null);
        SigningStatus progress = form == null || line.signers().isEmpty()
                ? null
                : signing.paper(line, form, people, kept).status();
        List<Document> own = new ArrayList<>(received.stream()
                .filter(document -> line.code().equals(document.material()))
                .toList());
        Collections.reverse(own);
        MaterialState state = state(line, own);
        return new Material(
                line.code(),
                state,
                line.required(),
                line.signers(),
                ways(line, progress),
                line.original(),
                form,
                own.stream()
                        .map(document -> new Material.Received(
                                document,
                                intake.findingsOf(document.id()),
                                dossier.previewPages(document.id()),
                                current(pages.getOrDefault(document.id(), List.of()), form)))
                        .toList(),
                state == MaterialState.CORRECTION ? line.correction() : null,
                progress);
    }

    private static List<ReceivedPage> current(List<ReceivedPage> pages, @Nullable IssuedForm form) {
        return pages.stream()
                .filter(page -> form != null && page.version() == form.version())
                .toList();
    }

    private static MaterialState state(MaterialTable.Line line, List<Document> documents) {
        if (documents.stream().anyMatch(document -> document.state() == DocumentState.ACCEPTED)) {
            return MaterialState.ACCEPTED;
        }
        boolean underWay = documents.stream()
                .anyMatch(document -> document.state() == DocumentState.UNDECIDED
                        || document.state() == DocumentState.RECEIVED
                        || document.state() == DocumentState.INSPECTING);
        if (underWay) {
            return MaterialState.RECEIVED;
        }
        return line.correction() == null ? MaterialState.OPEN : MaterialState.CORRECTION;
    }

    private static boolean counts(Document document) {
        return document.state() == DocumentState.ACCEPTED || document.state() == DocumentState.UNDECIDED;
    }

    /** A way is offered only where it would not be refused later. */
    private static Set<SigningWay> ways(MaterialTable.Line line, @Nullable SigningStatus signing) {
        Set<SigningWay> ways = new HashSet<>(line.ways());
        if (signing == null || !signing.offered()) {
            ways.remove(SigningWay.DRAWN_WITH_CODE);
        }
        return Set.copyOf(ways);
    }
}
