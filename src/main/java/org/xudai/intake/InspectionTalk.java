package org.xudai.intake;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.intake.FileInspector.Previews;
import org.xudai.intake.worker.Frame;
import org.xudai.intake.worker.WorkerLease;
import org.xudai.intake.worker.WorkerLost;

/** The node's side of the talk with a worker about one file. Nothing that the worker says is believed without a look. */
final class InspectionTalk {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionTalk.class);

    private final WorkerLease worker;
    private final IntakeSettings settings;
    private final Previews previews;
    private int pages;

    InspectionTalk(WorkerLease worker, IntakeSettings settings, Previews previews) {
        this.worker = worker;
        this.settings = settings;
        this.previews = previews;
    }

    InspectedFile about(int sequence, Path file, Expected expected) throws WorkerLost {
        worker.allow(settings.patience());
        worker.send(Frame.Kind.INSPECT, Messages.write(new Messages.Question(sequence, file.toString(), expected)));
        while (true) {
            Frame frame = worker.receive();
            switch (frame.kind()) {
                case PREVIEW -> preview(frame.bytes());
                case FAULT -> LOG.error("a worker failed at a file: {}", Messages.printable(frame.bytes()));
                case ANSWER -> {
                    return answer(sequence, frame.bytes());
                }
                default -> throw worker.garbled(frame.kind() + " is no answer");
            }
        }
    }

    /** Pages come in their order; every batch of them earns the file some more time. */
    private void preview(byte[] bytes) throws WorkerLost {
        Preview preview = Preview.of(bytes, settings.previewSide())
                .filter(one -> one.page() == pages + 1 && one.page() <= settings.maxPages())
                .orElseThrow(() -> worker.garbled("a page that is none"));
        pages++;
        if (pages % settings.batch() == 0) {
            worker.allow(settings.patience());
        }
        worker.whileItWaits(() -> previews.page(preview.page(), preview.png()));
    }

    private InspectedFile answer(int sequence, byte[] bytes) throws WorkerLost {
        InspectedFile file = Messages.read(bytes, InspectedFile.class)
                .filter(one -> one.sequence() == sequence && one.isPlausible(settings.maxPages()))
                .orElseThrow(() -> worker.garbled("an answer that is none"));
        worker.answered();
        return file;
    }
}
