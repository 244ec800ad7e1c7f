package org.xudai.intake;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xudai.intake.Messages.SheetRead;
import org.xudai.intake.Messages.StackQuestion;
import org.xudai.intake.OpenStack.Taker;
import org.xudai.intake.worker.Frame;
import org.xudai.intake.worker.WorkerLease;
import org.xudai.intake.worker.WorkerLost;

/** The node's side of the talk with a worker about a stack of scans. Nothing that it says is believed without a look. */
final class StackTalk {

    private static final Logger LOG = LoggerFactory.getLogger(StackTalk.class);

    /** A stack is walked through as a whole before its pages are; it may be ten times as large as any upload. */
    private static final int WHOLE = 6;

    private final WorkerLease worker;
    private final IntakeSettings settings;

    StackTalk(WorkerLease worker, IntakeSettings settings) {
        this.worker = worker;
        this.settings = settings;
    }

    StackFacts facts(Path file, int mostPages) throws WorkerLost {
        worker.allow(settings.patience().multipliedBy(WHOLE));
        worker.send(Frame.Kind.STACK, Messages.write(new StackQuestion(file.toString(), 1, 0, mostPages)));
        while (true) {
            Frame frame = worker.receive();
            switch (frame.kind()) {
                case FAULT -> LOG.error("a worker failed at a stack: {}", Messages.printable(frame.bytes()));
                case ANSWER -> {
                    StackFacts facts = answer(frame, mostPages);
                    worker.answered();
                    return facts;
                }
                default -> throw worker.garbled(frame.kind() + " is no answer");
            }
        }
    }

    /** Has pages taken out, each in its turn; the taker knows how far it came where this ends early. */
    void read(Path file, int first, int last, Taker taker) throws WorkerLost {
        worker.allow(settings.patience());
        worker.send(Frame.Kind.STACK, Messages.write(new StackQuestion(file.toString(), first, last, last)));
        int next = first;
        Preview preview = null;
        SheetPicture picture = null;
        while (true) {
            Frame frame = worker.receive();
            switch (frame.kind()) {
                case PREVIEW ->
                    preview = Preview.of(frame.bytes(), settings.previewSide())
                            .orElseThrow(() -> worker.garbled("a page that is none"));
                case SHEET ->
                    picture =
                            SheetPicture.of(frame.bytes()).orElseThrow(() -> worker.garbled("a picture that is none"));
                case SHEET_READ -> {
                    take(next, last, frame, preview, picture, taker);
                    next++;
                    preview = null;
                    picture = null;
                    worker.allow(settings.patience());
                }
                case ANSWER -> {
                    if (next != last + 1) {
                        throw worker.garbled("an answer before its pages");
                    }
                    worker.answered();
                    return;
                }
                default -> throw worker.garbled(frame.kind() + " is no answer");
            }
        }
    }

    private void take(
            int page, int last, Frame frame, @Nullable Preview preview, @Nullable SheetPicture picture, Taker taker)
            throws WorkerLost {
        SheetRead read = Messages.read(frame.bytes(), SheetRead.class)
                .filter(one -> page <= last && one.isPlausible(page))
                .orElseThrow(() -> worker.garbled("a page out of its order"));
        if (StackSplitter.TOO_LONG.equals(read.problem())) {
            throw worker.late("page " + page + " took too long");
        }
        if (read.problem() != null) {
            worker.whileItWaits(() -> taker.unreadable(page));
            return;
        }
        if (preview == null || picture == null || preview.page() != page || picture.page() != page) {
            throw worker.garbled("a page without its pictures");
        }
        Sheet sheet =
                new Sheet(page, read.blank(), read.codes(), picture.contentType(), picture.picture(), preview.png());
        worker.whileItWaits(() -> taker.sheet(sheet));
    }

    private StackFacts answer(Frame frame, int mostPages) throws WorkerLost {
        Optional<StackFacts> facts = Messages.read(frame.bytes(), StackFacts.class);
        return facts.filter(one -> one.isPlausible(mostPages))
                .orElseThrow(() -> worker.garbled("an answer that is none"));
    }
}
