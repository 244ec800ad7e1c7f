package org.xudai.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xudai.dossier.StoredFile;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** Makes the receipt of a case: of each material the document that counts. */
@Component
class Receipts {

    private static final String APPLICATION = "application";

    private final MyCase mine;
    private final Renewals renewals;

    Receipts(MyCase mine, Renewals renewals) {
        this.mine = mine;
        this.renewals = renewals;
    }

    Receipt of(RenewalCase renewal) {
        List<Receipt.Line> lines = mine.materials().stream()
                .flatMap(material -> Stream.ofNullable(TaskRows.counting(material))
                        .map(received -> new Receipt.Line(material, received)))
                .toList();
        Optional<Instant> appliedAt = lines.stream()
                .filter(line -> line.code().equals(APPLICATION))
                .map(line -> line.received().document().receivedAt())
                .findFirst();
        return new Receipt(
                renewals.application(renewal.number()).amount(),
                appliedAt.orElse(null),
                lines,
                lines.stream()
                        .flatMap(line -> line.received().document().files().stream())
                        .mapToLong(StoredFile::size)
                        .sum());
    }
}
