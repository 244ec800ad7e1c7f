package org.xudai.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.xudai.web.ProblemException;

/** Refusals on the desk's pages come as an error page. */
@ControllerAdvice(basePackageClasses = DeskProblems.class)
class DeskProblems {

    @ExceptionHandler
    void refused(ProblemException problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.status().value());
    }
}
