package org.xudai.desk;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Act;
import org.xudai.access.Invitation;
import org.xudai.access.Invitations;
import org.xudai.access.StaffDirectory;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.loanbook.Party;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.ProblemException;

/** Handing a link over by oneself: as a text for a chat, or as a QR code that the borrower's phone reads off the screen. */
@Controller
class DeskInvitations {

    private static final int QUIET = 4;
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final DeskDoor door;
    private final CasePeople people;
    private final Invitations invitations;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;

    DeskInvitations(
            DeskDoor door,
            CasePeople people,
            Invitations invitations,
            StaffDirectory staff,
            BusinessCalendar calendar) {
        this.door = door;
        this.people = people;
        this.invitations = invitations;
        this.staff = staff;
        this.calendar = calendar;
    }

    /**
     * A QR code as a drawing, one unit a module.
     *
     * @param path its dark modules
     * @param size with the quiet zone
     */
    record Code(String path, int size) {}

    @PostMapping("/desk/cases/{number}/parties/{party}/invitation")
    String invite(@PathVariable String number, @PathVariable String party, @RequestParam String how, Model model)
            throws WriterException {
        RenewalCase renewal = door.open(number, Act.INVITE_PARTIES);
        Party found = people.find(renewal, party);
        if (!renewal.state().isOpen()) {
            throw ProblemException.notFound();
        }
        Actor by = Actor.staff(door.staff().id());
        Instant until = until(renewal);
        boolean qr = how.equals("qr");
        Invitation invitation = invitations.mint(renewal.number(), found.id(), until, by);
        invitations.noteHandedOver(renewal.number(), found.id(), qr ? "QR" : "CHAT", by);
        String link = invitation.link().toString();
        model.addAttribute("renewal", renewal);
        model.addAttribute("party", found);
        model.addAttribute("link", link);
        model.addAttribute("until", until);
        model.addAttribute("officer", staff.find(renewal.lead()).orElseGet(door::staff));
        model.addAttribute("code", qr ? code(link) : null);
        return "desk/invitation";
    }

    private Instant until(RenewalCase renewal) {
        Deadlines deadlines = renewal.deadlines();
        return deadlines == null ? calendar.at(renewal.maturesOn(), CLOSING) : deadlines.hardStopAt();
    }

    private static Code code(String text) throws WriterException {
        ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    path.append(String.format(Locale.ROOT, "M%d %dh1v1h-1z", x + QUIET, y + QUIET));
                }
            }
        }
        return new Code(path.toString(), matrix.getWidth() + 2 * QUIET);
    }
}
