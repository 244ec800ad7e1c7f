package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.xudai.intake.worker.Directories;
import org.xudai.intake.worker.Frame;
import org.xudai.intake.worker.Frames;
import org.xudai.pdf.ReceivedPdf;

/**
 * {@code java -jar xudai.jar inspect-worker}: opens files for a node that started it and speaks with it over its standard
 * streams. It has no settings, keys or connections, and ends with the node: when its input ends, it ends at once, whatever it
 * is at.
 */
public final class InspectWorker {

    /** The word that starts it. */
    public static final String NAME = "inspect-worker";

    private static final int FAILED = 1;
    private static final int MOST_TRACE = 40;

    private final Frames frames;
    private final BlockingQueue<Frame> received = new LinkedBlockingQueue<>();

    private InspectWorker(Frames frames) {
        this.frames = frames;
    }

    /** Works until its input ends. */
    public static void work() {
        Frames frames = new Frames(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // whatever else is printed must not get between the messages
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        InspectWorker worker = new InspectWorker(frames);
        Thread listener = new Thread(worker::listen, "listener");
        listener.setDaemon(true);
        listener.start();
        try {
            worker.answer();
        } catch (IOException | RuntimeException e) {
            Runtime.getRuntime().halt(FAILED); // the node is gone, or no longer makes sense
        }
    }

    private void listen() {
        try {
            while (true) {
                received.add(frames.receive());
            }
        } catch (IOException e) {
            end();
        }
    }

    private static void end() {
        try {
            Directories.empty(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            // the next node on this machine sweeps what is left
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer() throws IOException {
        InspectionLimits limits =
                Messages.read(next(Frame.Kind.LIMITS), InspectionLimits.class).orElseThrow();
        LocalInspector inspector = LocalInspector.within(limits, new ReceivedPdf());
        StackSplitter splitter = new StackSplitter(limits, new ReceivedPdf());
        frames.send(Frame.Kind.READY, new byte[0]);
        while (true) {
            Frame asked = next();
            if (asked.kind() == Frame.Kind.STACK) {
                takeApart(splitter, asked.bytes());
            } else {
                Messages.Question question = Messages.read(bytes(asked, Frame.Kind.INSPECT), Messages.Question.class)
                        .orElseThrow();
                frames.send(Frame.Kind.ANSWER, Messages.write(answer(inspector, question)));
            }
        }
    }

    private void takeApart(StackSplitter splitter, byte[] asked) throws IOException {
        Messages.StackQuestion question =
                Messages.read(asked, Messages.StackQuestion.class).orElseThrow();
        Path file = Path.of(question.path());
        StackFacts facts = new StackFacts(null, question.last(), 0);
        if (question.last() == 0) {
            facts = splitter.facts(file, question.mostPages());
        } else {
            splitter.read(file, question.first(), question.last(), this::send);
        }
        frames.send(Frame.Kind.ANSWER, Messages.write(facts));
    }

    private void send(StackSplitter.Taken sheet) throws IOException {
        if (sheet.read().problem() == null) {
            frames.send(Frame.Kind.PREVIEW, new Preview(sheet.read().page(), sheet.preview()).bytes());
            frames.send(Frame.Kind.SHEET, new SheetPicture(sheet.read().page(), sheet.picture()).bytes());
        }
        frames.send(Frame.Kind.SHEET_READ, Messages.write(sheet.read()));
    }

    private InspectedFile answer(LocalInspector inspector, Messages.Question question) throws IOException {
        NodeTalk node = new NodeTalk();
        try {
            return inspector.inspect(question.sequence(), Path.of(question.path()), question.expected(), node, node);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException | StackOverflowError e) {
            frames.send(Frame.Kind.FAULT, trace(e).getBytes(StandardCharsets.UTF_8));
            return InspectedFile.refused(question.sequence(), FileKind.OTHER, "UNREADABLE");
        }
    }

    /** The talk about one file: shows the node its pages, and asks it for the issued ones. */
    private final class NodeTalk implements LocalInspector.Pages, IssuedSource {

        private byte[] form = {};

        @Override
        public void page(int page, BufferedImage picture) {
            show(Frame.Kind.PREVIEW, page, picture);
        }

        @Override
        public void straight(int page, BufferedImage picture) {
            show(Frame.Kind.STRAIGHT, page, picture);
        }

        @Override
        public Optional<IssuedSheet> named(String code) {
            try {
                frames.send(Frame.Kind.CODE, code.getBytes(StandardCharsets.UTF_8));
                Messages.Named named = Messages.read(next(Frame.Kind.ISSUED), Messages.Named.class)
                        .orElseThrow();
                form = next(Frame.Kind.FORM);
                return Optional.ofNullable(named.sheet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** It comes with the first page of it that is named. */
        @Override
        public byte[] pdf(IssuedSheet sheet) {
            return form;
        }
    }

    private byte[] next(Frame.Kind kind) throws IOException {
        return bytes(next(), kind);
    }

    private Frame next() throws IOException {
        try {
            return received.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] bytes(Frame frame, Frame.Kind kind) throws IOException {
        if (frame.kind() != kind) {
            throw new IOException(frame.kind() + " instead of " + kind);
        }
        return frame.bytes();
    }

    private void show(Frame.Kind kind, int page, BufferedImage picture) {
        try {
            frames.send(kind, new Preview(page, Png.of(picture)).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it failed, without the message, which may hold a part of the file. */
    private static String trace(Throwable fault) {
        return fault.getClass().getName()
                + Arrays.stream(fault.getStackTrace())
                        .limit(MOST_TRACE)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining());
    }
}
