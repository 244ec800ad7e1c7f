package org.xudai.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xudai.access.OneTimeCodes;
import org.xudai.forms.FormBox;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.loanbook.Party;
import org.xudai.pdf.Ink;
import org.xudai.renewal.FormSigning;
import org.xudai.renewal.FormSigning.Refusal;
import org.xudai.renewal.Material;
import org.xudai.renewal.PartyAct;
import org.xudai.renewal.SigningStatus;
import org.xudai.signing.Consent;
import org.xudai.signing.Device;
import org.xudai.signing.ScreenSignature;
import org.xudai.web.ProblemException;

/** Signing on the screen: the document first, then the mark, then the code. */
@Controller
class SigningController {

    private static final int LONGEST_REASON = 500;
    private static final TypeReference<List<List<List<Double>>>> STROKES = new TypeReference<>() {};

    private final MyCase mine;
    private final FormSigning signing;
    private final OneTimeCodes codes;
    private final Consent consent;
    private final ObjectMapper json;
    private final MessageSource texts;

    SigningController(
            MyCase mine,
            FormSigning signing,
            OneTimeCodes codes,
            Consent consent,
            ObjectMapper json,
            MessageSource texts) {
        this.mine = mine;
        this.signing = signing;
        this.codes = codes;
        this.consent = consent;
        this.json = json;
        this.texts = texts;
    }

    @GetMapping("/my/materials/{code}/sign")
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale locale) {
        Material material = mine.material(code);
        SigningStatus status = material.signing();
        IssuedForm form = material.form();
        if (status == null || form == null || !status.offered()) {
            return "redirect:/my/materials/" + material.code();
        }
        Party me = mine.me().party();
        model.addAttribute("material", material);
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        model.addAttribute("status", status);
        model.addAttribute("shown", status.latest().map(Object::toString).orElse(null));
        model.addAttribute("signer", me);
        model.addAttribute("own", status.of(me.id()).orElse(null));
        model.addAttribute("turn", mine.takes(material.code()) && status.isTurnOf(me.id()));
        model.addAttribute("box", box(form, status.position(me.id())));
        model.addAttribute("next", status.next().orElse(null));
        model.addAttribute("declined", status.declined().orElse(null));
        model.addAttribute(
                "number", me.mobile() == null ? "" : Masked.of(me.mobile()).shown());
        model.addAttribute("validMinutes", codes.validity().toMinutes());
        model.addAttribute("consent", consent.text(locale));
        model.addAttribute("consentVersion", Consent.CURRENT);
        model.addAttribute("was", known(was));
        model.addAttribute("sent", was.equals("SENT"));
        model.addAttribute("done", done != null);
        return "portal/sign";
    }

    /** The box of the signer who is the nth. */
    private static @Nullable FormBox box(IssuedForm form, int nth) {
        return form.layout().pages().stream()
                .flatMap(page -> page.boxes().stream())
                .filter(box -> box.kind() == FormBox.Kind.SIGNATURE)
                .skip(Math.max(0, nth - 1))
                .findFirst()
                .filter(box -> nth > 0)
                .orElse(null);
    }

    private static @Nullable String known(String was) {
        return Stream.of(Refusal.values())
                .map(Enum::name)
                .filter(was::equals)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/my/materials/{code}/sign/code")
    String send(@PathVariable String code) {
        Material material = own(code);
        FormSigning.CodeAnswer answer = signing.requestCode(mine.number(), material.code(), me());
        if (answer instanceof FormSigning.CodeAnswer.NotSent not && not.why() == Refusal.ANSWERS_MISSING) {
            return "redirect:/my/forms/" + material.code() + "/check";
        }
        return back(
                material.code(),
                answer instanceof FormSigning.CodeAnswer.NotSent not ? not.why().name() : "SENT");
    }

    /** The same for the page's script, which stays where it is. */
    @PostMapping(path = "/my/materials/{code}/sign/code", headers = "X-Stay")
    @ResponseBody
    Map<String, String> sendStaying(@PathVariable String code, Locale locale) {
        Material material = own(code);
        FormSigning.CodeAnswer answer = signing.requestCode(mine.number(), material.code(), me());
        String key =
                answer instanceof FormSigning.CodeAnswer.NotSent not ? not.why().name() : "SENT";
        return Map.of(
                "state",
                key,
                "text",
                Optional.ofNullable(texts.getMessage("portal.sign." + key, null, "", locale))
                        .orElse(""));
    }

    @PostMapping("/my/materials/{code}/sign")
    String sign(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String strokes,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int agreed,
            @RequestParam(name = "one-time", defaultValue = "") String oneTime,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            Locale locale) {
        Material material = own(code);
        FormSigning.Answer answer = signing.sign(
                mine.number(),
                material.code(),
                me(),
                new FormSigning.Entry(
                        mode.equals("DRAWN") ? ScreenSignature.Mode.DRAWN : ScreenSignature.Mode.TYPED,
                        strokes(strokes),
                        name,
                        agreed,
                        locale,
                        DoorController.digits(oneTime),
                        version,
                        device(request)));
        return answer instanceof FormSigning.Answer.Refused refused
                ? back(material.code(), refused.why().name())
                : "redirect:/my/materials/" + material.code() + "/sign?done";
    }

    @PostMapping("/my/materials/{code}/sign/decline")
    String decline(@PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        Material material = own(code);
        String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        FormSigning.Answer answer = signing.decline(mine.number(), material.code(), me(), kept.replace("\0", ""));
        return back(
                material.code(),
                answer instanceof FormSigning.Answer.Refused refused
                        ? refused.why().name()
                        : "");
    }

    private List<List<Ink.Point>> strokes(String drawn) {
        if (drawn.isBlank()) {
            return List.of();
        }
        try {
            return json.readValue(drawn, STROKES).stream()
                    .map(stroke -> stroke.stream()
                            .filter(point -> point.size() == 2 && point.stream().allMatch(SigningController::isSane))
                            .map(point -> new Ink.Point(point.get(0), point.get(1)))
                            .toList())
                    .filter(stroke -> !stroke.isEmpty())
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static boolean isSane(@Nullable Double number) {
        return number != null && Double.isFinite(number) && Math.abs(number) < 1e6;
    }

    /** A line that he signs; the others he may see, and sign for nobody. */
    private Material own(String code) {
        Material material = mine.material(code);
        if (!PartyAct.SIGN.allowedTo(mine.me(), material)) {
            throw ProblemException.notFound();
        }
        return material;
    }

    private PartyId me() {
        return mine.me().party().id();
    }

    private static String back(MaterialCode code, String was) {
        return "redirect:/my/materials/" + code + "/sign" + (was.isEmpty() ? "" : "?was=" + was);
    }

    private static Device device(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
