package org.xudai.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.DocumentJudged;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;

/** What people say of the documents that inspection left to them. */
@Component
class Judgements {

    private final Renewals renewals;
    private final Dossier dossier;
    private final Intake intake;
    private final ApplicationEventPublisher events;

    Judgements(Renewals renewals, Dossier dossier, Intake intake, ApplicationEventPublisher events) {
        this.renewals = renewals;
        this.dossier = dossier;
        this.intake = intake;
        this.events = events;
    }

    /** Hashes of every file of the documents that count now, and of the files whose pages complete them. */
    List<Sha256> hashesOf(CaseNumber caseNumber) {
        return renewals.checklist(caseNumber).stream()
                .flatMap(material -> Stream.concat(
                        counting(material).flatMap(document -> document.files().stream()),
                        material.kept().stream().map(Judgements::file)))
                .map(StoredFile::sha256)
                .distinct()
                .toList();
    }

    private static StoredFile file(Material.Kept kept) {
        return kept.received().document().files().stream()
                .filter(file -> file.sequence() == kept.page().file())
                .findFirst()
                .orElseThrow();
    }

    /** Accepts in the reviewer's name every document still undecided. */
    void acceptUndecided(CaseNumber caseNumber, StaffId by) {
        renewals.checklist(caseNumber).stream()
                .flatMap(Judgements::counting)
                .filter(document -> document.state() == DocumentState.UNDECIDED)
                .forEach(document -> settle(document, DocumentState.ACCEPTED, by));
    }

    /** Takes back the documents of the named materials; none of their pages stays. */
    void refuse(CaseNumber caseNumber, Set<MaterialCode> materials, StaffId by) {
        materials.forEach(material -> intake.reopen(caseNumber, material));
        renewals.checklist(caseNumber).stream()
                .filter(material -> materials.contains(material.code()))
                .flatMap(Judgements::counting)
                .forEach(document -> settle(document, DocumentState.REFUSED, by));
    }

    private static Stream<Document> counting(Material material) {
        return material.documents().stream()
                .map(Material.Received::document)
                .filter(document ->
                        document.state() == DocumentState.ACCEPTED || document.state() == DocumentState.UNDECIDED);
    }

    private void settle(Document document, DocumentState state, StaffId by) {
        MaterialCode material = document.material();
        if (material == null) {
            return;
        }
        dossier.settle(
                document.id(),
                state,
                material,
                document.way(),
                document.files().stream().map(file -> file.contentType()).toList(),
                Actor.staff(by));
        events.publishEvent(new DocumentJudged(document.caseNumber(), document.id(), material, state, by));
    }
}
