package org.xudai.portal;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.xudai.web.ProblemException;

/** Refusals on the portal's pages come as a page like the others, with the officer's number at its place. */
@ControllerAdvice(basePackageClasses = PortalProblems.class)
class PortalProblems {

    private final PortalModel shared;

    PortalProblems(PortalModel shared) {
        this.shared = shared;
    }

    @ExceptionHandler
    ModelAndView refused(ProblemException problem) {
        ModelAndView page = new ModelAndView("portal/problem");
        page.setStatus(problem.status());
        page.addObject("bank", shared.bank());
        page.addObject("officer", shared.officer());
        page.addObject("caseNumber", shared.caseNumber());
        page.addObject("sessionSeconds", shared.sessionSeconds());
        page.addObject("switches", false);
        return page;
    }
}
