package org.xudai.intake.check;

import java.util.List;

/** A question to a page that came back. */
public interface PageQuestion {

    /** What is not as it should be; nothing where all is well. */
    List<Answer> ask(ReturnedPage page);
}
