package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.kernel.CaseNumber;

/** Who read what of a case, for the auditor. */
@RestController
@RequestMapping("/api/v1/renewals/{caseNumber}/reads")
@Tag(name = "Renewals")
class ReadsController {

    private static final int MOST = 1_000;

    private final CaseDoor door;
    private final AccessLog log;

    ReadsController(CaseDoor door, AccessLog log) {
        this.door = door;
        this.log = log;
    }

    record ReadingAnswer(
            String at, String by, AccessLog.What what, String subject, AccessLog.Door door, String address) {

        static ReadingAnswer of(AccessLog.Reading reading) {
            return new ReadingAnswer(
                    reading.at().toString(),
                    reading.by().value(),
                    reading.what(),
                    reading.subject(),
                    reading.door(),
                    reading.address());
        }
    }

    @Operation(
            summary = "Who read what of a case; auditors only",
            description =
                    "Originals, previews, forms, evidence boxes and numbers in full, newest first, at most 1,000.")
    @GetMapping
    ListAnswer<ReadingAnswer> ofCase(@PathVariable String caseNumber) {
        CaseNumber number = door.open(caseNumber, Act.READ_ACCESS_LOG).number();
        List<ReadingAnswer> found =
                log.ofCase(number, MOST).stream().map(ReadingAnswer::of).toList();
        return new ListAnswer<>(found, log.countOf(number), true, 0, found.size(), null);
    }
}
