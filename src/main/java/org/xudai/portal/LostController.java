package org.xudai.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xudai.web.ProblemException;

/** Addresses of the portal that lead nowhere. */
@Controller
class LostController {

    @GetMapping("/my/**")
    String nowhere() {
        throw ProblemException.notFound();
    }
}
