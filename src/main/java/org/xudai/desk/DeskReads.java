package org.xudai.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Who of the staff read what of a case, for those who may know. */
@Controller
class DeskReads {

    private static final int FIRST = 50;
    private static final int MOST = 1_000;

    private final DeskDoor door;
    private final AccessLog log;
    private final Dossier dossier;
    private final Renewals renewals;
    private final StaffDirectory staff;

    DeskReads(DeskDoor door, AccessLog log, Dossier dossier, Renewals renewals, StaffDirectory staff) {
        this.door = door;
        this.log = log;
        this.dossier = dossier;
        this.renewals = renewals;
        this.staff = staff;
    }

    /**
     * A read.
     *
     * @param reading as it is in the log
     * @param by name of who read
     * @param document the document it was of, where it was one
     * @param part which page or file of it, or which number of a person
     * @param person whose number it was
     */
    record Read(
            AccessLog.Reading reading, String by, @Nullable Document document, String part, String person) {}

    @GetMapping("/desk/cases/{number}/reads")
    String reads(@PathVariable String number, @RequestParam(required = false) @Nullable String all, Model model) {
        RenewalCase renewal = door.open(number, Act.READ_ACCESS_LOG);
        Map<String, Document> documents = dossier.ofCase(renewal.number()).stream()
                .collect(Collectors.toMap(document -> document.id().toString(), Function.identity()));
        Map<String, String> people = people(renewal.number());
        List<Read> reads = log.ofCase(renewal.number(), all == null ? FIRST : MOST).stream()
                .map(reading -> read(reading, documents, people))
                .toList();
        model.addAttribute("renewal", renewal);
        model.addAttribute("reads", reads);
        model.addAttribute("count", log.countOf(renewal.number()));
        return "desk/reads";
    }

    private Map<String, String> people(CaseNumber number) {
        return renewals.parties(number).stream()
                .map(CaseParty::party)
                .collect(Collectors.toMap(party -> party.id().toString(), party -> party.name()));
    }

    private Read read(AccessLog.Reading reading, Map<String, Document> documents, Map<String, String> people) {
        String[] subject = reading.subject().split("/", 2);
        return new Read(
                reading,
                staff.find(reading.by())
                        .map(StaffMember::name)
                        .orElse(reading.by().value()),
                documents.get(subject[0]),
                subject.length > 1 ? subject[1] : "",
                people.getOrDefault(subject[0], ""));
    }
}
