package org.xudai.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.xudai.access.KeptForm;
import org.xudai.access.SignInName;

/** Signing in, staying signed in, and going on with what was typed before a session ended. */
@Controller
class DeskSignIn {

    private final DeskDoor door;

    DeskSignIn(DeskDoor door) {
        this.door = door;
    }

    @GetMapping("/desk/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        model.addAttribute("username", SignInName.last(session));
        model.addAttribute("kept", KeptForm.in(session).isPresent());
        return "desk/sign-in";
    }

    /** Any request lengthens a session; this one has no other effect. */
    @PostMapping("/desk/stay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}

    /** Shown to nobody who could not have opened the page where it was typed: another person may have signed in. */
    @GetMapping("/desk/go-on")
    String goOn(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        Optional<KeptForm> kept = KeptForm.in(session);
        if (session == null || kept.isEmpty()) {
            return "redirect:/desk/worklist";
        }
        KeptForm.forget(session);
        if (!door.opens(kept.get().path())) {
            return "redirect:/desk/worklist";
        }
        model.addAttribute("path", again(kept.get().path()));
        model.addAttribute("fields", kept.get().fields());
        model.addAttribute("texts", texts(kept.get().fields()));
        return "desk/go-on";
    }

    /** A decision is checked once more before it counts. */
    private static String again(String path) {
        return path.startsWith("/desk/tasks/") && path.endsWith("/complete")
                ? path.replaceFirst("/complete$", "/check")
                : path;
    }

    /** What people wrote in sentences: worth reading again. */
    private static Map<String, String> texts(Map<String, String> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            boolean sentence = field.equals("comment")
                    || field.equals("reason")
                    || field.startsWith("text-")
                    || field.startsWith("opinion.")
                    || field.startsWith("terms.");
            if (sentence && !value.isBlank()) {
                texts.put(field, value);
            }
        });
        return texts;
    }
}
