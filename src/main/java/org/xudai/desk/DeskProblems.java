package org.xudai.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.xudai.web.ProblemException;

/** Refusals on the desk's pages come as an error page. */
@ControllerAdvice(basePackageClasses = DeskProblems.class)
class DeskProblems {

    @ExceptionHandler
    void refused(ProblemException problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.status().value());
    }

    /** What was sent is over the limit and was not read at all: back to the page it came from. */
    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException problem, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("desk/too-large");
        page.setStatus(HttpStatus.PAYLOAD_TOO_LARGE);
        boolean stack = request.getRequestURI().endsWith("/stacks");
        page.addObject("words", stack ? "problem.stack-too-large-here" : "desk.too-large.text");
        page.addObject(
                "back",
                request.getRequestURI().replaceFirst("/documents$", "/upload").replaceFirst("/stacks$", ""));
        return page;
    }
}
