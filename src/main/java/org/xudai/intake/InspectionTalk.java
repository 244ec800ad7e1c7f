package org.xudai.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST_CODES = 8;
    private static final byte[] NOTHING = {};

    private final WorkerLease worker;
    private final IntakeSettings settings;
    private final IssuedSource issued;
    private final Previews previews;
    private final Set<String> sent = new HashSet<>();
    private int pages;
    private int codes;

    InspectionTalk(WorkerLease worker, IntakeSettings settings, IssuedSource issued, Previews previews) {
        this.issued = issued;
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
                case STRAIGHT -> straight(frame.bytes());
                case CODE -> code(new String(frame.bytes(), StandardCharsets.UTF_8));
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
        Preview preview = picture(bytes);
        if (preview.page() != pages + 1) {
            throw worker.garbled("a page out of its order");
        }
        pages++;
        if (pages % settings.batch() == 0) {
            worker.allow(settings.patience());
        }
        worker.whileItWaits(() -> previews.page(preview.page(), preview.png()));
    }

    private void straight(byte[] bytes) throws WorkerLost {
        Preview preview = picture(bytes);
        worker.whileItWaits(() -> previews.straight(preview.page(), preview.png()));
    }

    private Preview picture(byte[] bytes) throws WorkerLost {
        return Preview.of(bytes, settings.previewSide())
                .filter(one -> one.page() >= 1 && one.page() <= settings.maxPages())
                .orElseThrow(() -> worker.garbled("a page that is none"));
    }

    /** A worker learns of an issued page only what it needs to compare with, and only of those of this case. */
    private void code(String text) throws WorkerLost {
        if (++codes > settings.maxPages() * MOST_CODES) {
            throw worker.garbled("too many codes");
        }
        Reply reply = worker.onOwnTime(() -> reply(text));
        worker.send(Frame.Kind.ISSUED, Messages.write(new Messages.Named(reply.sheet())));
        worker.send(Frame.Kind.FORM, reply.form());
    }

    /** An issued page, and its form where the worker has not got it yet. */
    private record Reply(@Nullable IssuedSheet sheet, byte[] form) {}

    private Reply reply(String text) {
        return issued.named(text)
                .map(sheet -> new Reply(sheet, sent.add(sheet.form()) ? pdf(sheet) : NOTHING))
                .orElseGet(() -> new Reply(null, NOTHING));
    }

    private byte[] pdf(IssuedSheet sheet) {
        try {
            return issued.pdf(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InspectedFile answer(int sequence, byte[] bytes) throws WorkerLost {
        InspectedFile file = Messages.read(bytes, InspectedFile.class)
                .filter(one -> one.sequence() == sequence && one.isPlausible(settings.maxPages()))
                .orElseThrow(() -> worker.garbled("an answer that is none"));
        worker.answered();
        return file;
    }
}
