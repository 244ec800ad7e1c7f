package org.xudai.intake.check;

import java.util.List;
import org.xudai.forms.FormBox;

/** Was something typed into the file since it was issued? It is on the file alone, so an officer has to read it there. */
public final class WhatWasTyped implements PageQuestion {

    static final String TEXT_TYPED = "TEXT_TYPED";

    @Override
    public List<Answer> ask(ReturnedPage page) {
        return Answer.ofBoxes(
                TEXT_TYPED,
                page,
                page.asked(FormBox.Kind.TEXT)
                        .filter(box ->
                                page.measured(box).filter(ComparedBox::typed).isPresent())
                        .toList());
    }
}
