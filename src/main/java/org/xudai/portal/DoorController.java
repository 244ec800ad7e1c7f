package org.xudai.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Invitations;
import org.xudai.access.OneTimeCodes;
import org.xudai.access.PartyCookies;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;

/**
 * The door: a link, then a one-time code. Opening the link changes nothing and sends nothing, so that a chat's preview
 * does no harm; the token moves to a cookie and out of the address.
 */
@Controller
class DoorController {

    private final Invitations invitations;
    private final OneTimeCodes codes;
    private final PartySessions sessions;

    DoorController(Invitations invitations, OneTimeCodes codes, PartySessions sessions) {
        this.invitations = invitations;
        this.codes = codes;
        this.sessions = sessions;
    }

    @GetMapping("/i/{token}")
    String arrive(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        PartyCookies.keepInvitation(request, response, token);
        return "redirect:/i";
    }

    @GetMapping("/i")
    String door(HttpServletRequest request, @RequestParam(required = false) @Nullable String ended, Model model) {
        model.addAttribute("known", party(request).isPresent());
        model.addAttribute("ended", ended != null);
        return "portal/door";
    }

    @PostMapping("/i/code")
    String send(HttpServletRequest request, Model model) {
        Optional<PartySession> party = party(request);
        if (party.isEmpty()) {
            return "redirect:/i";
        }
        OneTimeCodes.Sending sending =
                codes.send(party.get().caseNumber(), party.get().party(), OneTimeCodes.Purpose.SIGN_IN);
        model.addAttribute("sending", sending.name());
        return sending == OneTimeCodes.Sending.NO_NUMBER ? door(request, null, model) : "portal/code";
    }

    @GetMapping("/i/code")
    String code(HttpServletRequest request) {
        return party(request).isEmpty() ? "redirect:/i" : "portal/code";
    }

    @PostMapping("/i/session")
    String enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PartySession> party = party(request);
        if (party.isEmpty()) {
            return "redirect:/i";
        }
        OneTimeCodes.Check check = codes.check(
                party.get().caseNumber(),
                party.get().party(),
                OneTimeCodes.Purpose.SIGN_IN,
                code.replaceAll("\\D", ""));
        if (check != OneTimeCodes.Check.ACCEPTED) {
            model.addAttribute("check", check.name());
            return "portal/code";
        }
        PartyCookies.startSession(request, response, sessions.open(party.get()));
        return "redirect:/my";
    }

    @PostMapping("/my/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        PartyCookies.session(request).ifPresent(sessions::end);
        PartyCookies.clear(request, response);
        return "redirect:/i?ended";
    }

    private Optional<PartySession> party(HttpServletRequest request) {
        return PartyCookies.invitation(request).flatMap(invitations::resolve);
    }
}
