package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.notices.Notice;
import org.xudai.notices.Notices;

/** Messages of a case. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices")
class NoticesController {

    private final Notices notices;
    private final CaseDoor door;

    NoticesController(Notices notices, CaseDoor door) {
        this.notices = notices;
        this.door = door;
    }

    @Operation(summary = "Messages of a case, newest first, secrets masked")
    @GetMapping
    ListAnswer<Notice> ofCase(@RequestParam String caseNumber) {
        List<Notice> found = notices.ofCase(door.open(caseNumber).number());
        return new ListAnswer<>(found, found.size(), true, 0, found.size(), null);
    }
}
