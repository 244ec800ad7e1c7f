package org.xudai.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.OneTimeCodes;
import org.xudai.access.PartyCookies;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.kernel.Masked;
import org.xudai.loanbook.Party;
import org.xudai.renewal.Material;
import org.xudai.renewal.SigningStatus;

/**
 * Handing over the phone to whose turn it is to sign: a code to his own number ends the session of who held it and opens his.
 * Nobody signs under the name of another.
 */
@Controller
class HandOverController {

    private final MyCase mine;
    private final OneTimeCodes codes;
    private final PartySessions sessions;

    HandOverController(MyCase mine, OneTimeCodes codes, PartySessions sessions) {
        this.mine = mine;
        this.codes = codes;
        this.sessions = sessions;
    }

    @PostMapping("/my/materials/{code}/hand-over")
    String send(@PathVariable String code) {
        Material material = mine.material(code);
        Optional<Party> next = next(material);
        if (next.isEmpty()) {
            return "redirect:/my/materials/" + material.code();
        }
        OneTimeCodes.Sending sending = codes.send(mine.number(), next.get().id());
        return "redirect:/my/materials/" + material.code() + "/hand-over?was=" + sending;
    }

    @GetMapping("/my/materials/{code}/hand-over")
    String enter(@PathVariable String code, @RequestParam(defaultValue = "") String was, Model model) {
        Material material = mine.material(code);
        Optional<Party> next = next(material);
        if (next.isEmpty()) {
            return "redirect:/my/materials/" + material.code();
        }
        model.addAttribute("code", code);
        model.addAttribute("next", next.get());
        model.addAttribute(
                "number",
                next.get().mobile() == null
                        ? ""
                        : Masked.of(next.get().mobile()).shown());
        model.addAttribute("sending", named(OneTimeCodes.Sending.values(), was));
        model.addAttribute("check", named(OneTimeCodes.Check.values(), was));
        return "portal/hand-over";
    }

    @PostMapping("/my/materials/{code}/hand-over/enter")
    String take(
            @PathVariable String code,
            @RequestParam(name = "code", defaultValue = "") String entered,
            HttpServletRequest request,
            HttpServletResponse response) {
        Material material = mine.material(code);
        Optional<Party> next = next(material);
        if (next.isEmpty()) {
            return "redirect:/my/materials/" + material.code();
        }
        OneTimeCodes.Check check = codes.check(mine.number(), next.get().id(), DoorController.digits(entered));
        if (check != OneTimeCodes.Check.ACCEPTED) {
            return "redirect:/my/materials/" + material.code() + "/hand-over?was=" + check;
        }
        PartySession taken = new PartySession(mine.number(), next.get().id());
        PartyCookies.session(request).ifPresent(sessions::end);
        PartyCookies.startSession(request, response, sessions.open(taken));
        return "redirect:/my/materials/" + material.code() + "/sign";
    }

    /** Whose turn it is, where that is somebody else and he can sign on this screen. */
    private Optional<Party> next(Material material) {
        SigningStatus status = material.signing();
        return status == null || !status.offered() || !mine.takes(material.code())
                ? Optional.empty()
                : status.next()
                        .map(SigningStatus.Line::party)
                        .filter(party -> !party.id().equals(mine.me().party().id()))
                        .filter(party -> status.isTurnOf(party.id()));
    }

    private static @Nullable String named(Enum<?>[] names, String was) {
        return Arrays.stream(names)
                .map(Enum::name)
                .filter(was::equals)
                .findFirst()
                .orElse(null);
    }
}
