package org.xudai.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
 * does no harm; the token moves to a cookie and out of the address. What follows an act is always a page that may be
 * loaded again.
 */
@Controller
class DoorController {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

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
    String door(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String unsent,
            Model model) {
        model.addAttribute("known", party(request).isPresent());
        model.addAttribute("ended", ended != null);
        model.addAttribute("left", left != null);
        model.addAttribute("unsent", unsent != null);
        return "portal/door";
    }

    @PostMapping("/i/code")
    String send(HttpServletRequest request) {
        Optional<PartySession> party = party(request);
        if (party.isEmpty()) {
            return "redirect:/i";
        }
        OneTimeCodes.Sending sending =
                codes.send(party.get().caseNumber(), party.get().party());
        return sending == OneTimeCodes.Sending.NO_NUMBER ? "redirect:/i?unsent" : "redirect:/i/code?was=" + sending;
    }

    @GetMapping({"/i/code", "/i/session"})
    String code(HttpServletRequest request, @RequestParam(defaultValue = "") String was, Model model) {
        if (party(request).isEmpty()) {
            return "redirect:/i";
        }
        model.addAttribute("sending", named(OneTimeCodes.Sending.values(), was));
        model.addAttribute("busy", was.equals("BUSY"));
        model.addAttribute("validMinutes", codes.validity().toMinutes());
        model.addAttribute("check", named(OneTimeCodes.Check.values(), was));
        return "portal/code";
    }

    /** The name where it is one of these, else nothing: it came in an address. */
    private static @Nullable String named(Enum<?>[] names, String was) {
        return Arrays.stream(names)
                .map(Enum::name)
                .filter(was::equals)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/i/session")
    String enter(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<PartySession> party = party(request);
        if (party.isEmpty()) {
            return "redirect:/i";
        }
        OneTimeCodes.Check check =
                codes.check(party.get().caseNumber(), party.get().party(), digits(code));
        if (check != OneTimeCodes.Check.ACCEPTED) {
            return "redirect:/i/code?was=" + check;
        }
        PartyCookies.startSession(request, response, sessions.open(party.get()));
        return "redirect:/my";
    }

    /** The six digits, also in full width or in the midst of the pasted message. */
    static String digits(String entered) {
        String plain = Normalizer.normalize(entered, Normalizer.Form.NFKC);
        Matcher six = SIX_DIGITS.matcher(plain);
        return six.find() ? six.group() : plain.replaceAll("\\D", "");
    }

    @PostMapping("/my/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        PartyCookies.session(request).ifPresent(sessions::end);
        PartyCookies.clear(request, response);
        return "redirect:/i?left";
    }

    /** He is still there: the request itself has extended his session. */
    @PostMapping("/my/stay")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    private Optional<PartySession> party(HttpServletRequest request) {
        return PartyCookies.invitation(request).flatMap(invitations::resolve);
    }
}
