package org.xudai.intake.studio;

import java.util.List;
import org.xudai.forms.PaperForm;

/**
 * What a photo shows.
 *
 * @param subject which page, and what was done to it
 * @param camera how it was taken
 * @param mapping where each point of the page lies in the picture
 */
public record Truth(Subject subject, Camera camera, Mapping mapping) {

    /**
     * What is photographed.
     *
     * @param form the form
     * @param page which page, from 1
     * @param traces what was done to it
     */
    public record Subject(PaperForm form, int page, List<Trace> traces) {}

    /** The first trace of an act on a box, where there is one. */
    public java.util.Optional<Trace> trace(Trace.Act act, String box) {
        return subject.traces().stream().filter(trace -> trace.of(act, box)).findFirst();
    }

    /** Whether an act was done anywhere on the page. */
    public boolean has(Trace.Act act) {
        return subject.traces().stream().anyMatch(trace -> trace.act() == act);
    }
}
