package org.xudai.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Bounds how long a body may take on every door. The server's own time-out begins anew with each byte, so that a byte a
 * second would hold a thread for days. It stands at the outermost place and takes parts of forms along, which the server
 * itself reads, and bodies that nobody reads.
 */
final class BodyPace extends ValveBase {

    private final BodySettings settings;

    BodyPace(BodySettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request inner = request.getCoyoteRequest();
        InputBuffer plain = inner.getInputBuffer();
        PacedBody body = new PacedBody(inner, plain, settings);
        inner.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            // who waits for a go-ahead sends no body once he is refused
            if (body.goesOn() && !request.isAsync() && !inner.hasExpectation()) {
                response.finishResponse();
                body.drop();
            }
        } finally {
            inner.setInputBuffer(plain);
        }
    }
}
