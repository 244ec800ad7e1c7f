package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private void answer() throws IOException, InterruptedException {
        InspectionLimits limits =
                Messages.read(next(Frame.Kind.LIMITS), InspectionLimits.class).orElseThrow();
        LocalInspector inspector = LocalInspector.within(limits, new ReceivedPdf());
        frames.send(Frame.Kind.READY, new byte[0]);
        while (true) {
            Messages.Question question = Messages.read(next(Frame.Kind.INSPECT), Messages.Question.class)
                    .orElseThrow();
            frames.send(Frame.Kind.ANSWER, Messages.write(answer(inspector, question)));
        }
    }

    private InspectedFile answer(LocalInspector inspector, Messages.Question question) throws IOException {
        try {
            return inspector.inspect(question.sequence(), Path.of(question.path()), question.expected(), this::show);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException | StackOverflowError e) {
            frames.send(Frame.Kind.FAULT, trace(e).getBytes(StandardCharsets.UTF_8));
            return InspectedFile.refused(question.sequence(), FileKind.OTHER, "UNREADABLE");
        }
    }

    private byte[] next(Frame.Kind kind) throws IOException, InterruptedException {
        Frame frame = received.take();
        if (frame.kind() != kind) {
            throw new IOException(frame.kind() + " instead of " + kind);
        }
        return frame.bytes();
    }

    private void show(int page, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
            frames.send(Frame.Kind.PREVIEW, new Preview(page, out.toByteArray()).bytes());
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
