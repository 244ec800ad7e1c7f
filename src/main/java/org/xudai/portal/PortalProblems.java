package org.xudai.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.xudai.web.ProblemException;

/** Refusals on the portal's pages come as an error page. */
@ControllerAdvice(basePackageClasses = PortalProblems.class)
class PortalProblems {

    @ExceptionHandler
    void refused(ProblemException problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.status().value());
    }
}
