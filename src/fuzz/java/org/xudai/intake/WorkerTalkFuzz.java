package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.xudai.intake.Messages.SheetRead;
import org.xudai.intake.worker.Frame;
import org.xudai.intake.worker.Frames;
import org.xudai.testing.ChangedSample;

/** Whatever a worker says that a file has taken over: the node reads a message, or ends the talk. */
class WorkerTalkFuzz {

    private static final int MOST_PAGES = 50;
    private static final int MOST = 64;
    private static final byte[] TALK = talk();

    private static byte[] talk() {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames worker = new Frames(InputStream.nullInputStream(), pipe);
        InspectedFile file = new InspectedFile(
                1,
                FileKind.PDF,
                null,
                Set.of(InspectedFile.SIGNED_WITH_LINKS),
                List.of(Set.of("XD1/20260000017/1/1/1/2/K1/ABCDEFGHIJKLMNOP"), Set.of()),
                List.of(),
                1,
                false,
                null);
        try {
            worker.send(Frame.Kind.READY, new byte[0]);
            worker.send(Frame.Kind.ANSWER, Messages.write(file));
            worker.send(Frame.Kind.SHEET_READ, Messages.write(new SheetRead(1, null, false, Set.of("XD1/2"))));
            worker.send(Frame.Kind.ANSWER, Messages.write(new StackFacts(null, 2, 0)));
            worker.send(Frame.Kind.SHEET, new SheetPicture(1, new byte[] {-1, -40, -1, 0}).bytes());
            worker.send(Frame.Kind.PREVIEW, new Preview(1, new byte[40]).bytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return pipe.toByteArray();
    }

    @FuzzTest(maxDuration = "1m")
    void theNodeReadsAMessageOrEndsTheTalk(FuzzedDataProvider data) {
        Frames node =
                new Frames(new ByteArrayInputStream(ChangedSample.of(TALK, MOST, data)), OutputStream.nullOutputStream());
        try {
            while (true) {
                assertThat(read(node.receive())).isNotNull();
            }
        } catch (IOException e) {
            // the talk has ended
        }
    }

    /** As the node does with each kind. */
    private static Object read(Frame frame) {
        byte[] said = frame.bytes();
        return switch (frame.kind()) {
            case ANSWER ->
                List.of(
                        Messages.read(said, InspectedFile.class).filter(one -> one.isPlausible(MOST_PAGES)),
                        Messages.read(said, StackFacts.class).filter(one -> one.isPlausible(MOST_PAGES)));
            case SHEET_READ -> Messages.read(said, SheetRead.class).filter(one -> one.isPlausible(1));
            case SHEET -> SheetPicture.of(said).map(SheetPicture::contentType);
            case PREVIEW, STRAIGHT -> Preview.of(said, 300);
            default -> Messages.printable(said);
        };
    }
}
