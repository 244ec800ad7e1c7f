package org.xudai.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.mailroom.MailReach;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.TraySheet;
import org.xudai.mailroom.Turn;
import org.xudai.web.ProblemException;

/** One page of the tray, to be looked at. */
@Controller
class DeskSheets {

    private final DeskDoor door;
    private final MailReach reach;
    private final Mailroom mailroom;
    private final AccessLog log;

    DeskSheets(DeskDoor door, MailReach reach, Mailroom mailroom, AccessLog log) {
        this.door = door;
        this.reach = reach;
        this.mailroom = mailroom;
        this.log = log;
    }

    @GetMapping("/desk/mailroom/sheets/{sheet}.png")
    ResponseEntity<Resource> picture(@PathVariable String sheet) throws IOException {
        TraySheet found = sheet(sheet, Act.READ_MAIL);
        log.reads(AccessLog.What.LOOSE_PAGE, found.stack() + "/" + found.page());
        Optional<InputStream> picture = mailroom.picture(found.id());
        return picture.<ResponseEntity<Resource>>map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.noStore())
                        .body(new InputStreamResource(bytes)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Turns a page and goes back to where it is assigned, with the pages and the case chosen there. */
    @PostMapping("/desk/mailroom/sheets/{sheet}/turn")
    String turn(
            @PathVariable("sheet") String id,
            @RequestParam(defaultValue = "RIGHT") String way,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        TraySheet found = sheet(id, Act.SORT_MAIL);
        if (!mailroom.turn(found.id(), way.equals("LEFT") ? Turn.LEFT : Turn.RIGHT)) {
            next.addFlashAttribute("problem", "sheet-gone");
            return "redirect:/desk/mailroom/tray";
        }
        next.addAttribute("sheet", chosen.isEmpty() ? id : String.join(",", chosen));
        next.addAttribute("q", q);
        next.addAttribute("to", to);
        return "redirect:/desk/mailroom/assign#sheet-" + found.id();
    }

    private TraySheet sheet(String id, Act act) {
        door.require(act);
        return reach.sheet(id, door.staff(), act).orElseThrow(ProblemException::notFound);
    }
}
