package org.xudai.intake.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of a process that opened hostile bytes is believed in nothing. */
class FramesTests {

    private static final int MAGIC = 0x58445731;

    @Test
    void messagesArriveAsTheyWereSent() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames sender = new Frames(InputStream.nullInputStream(), pipe);
        sender.send(Frame.Kind.READY, new byte[0]);
        sender.send(Frame.Kind.ANSWER, "{}".getBytes(StandardCharsets.UTF_8));

        Frames receiver = receiving(pipe.toByteArray());

        assertThat(receiver.receive().kind()).isEqualTo(Frame.Kind.READY);
        Frame answer = receiver.receive();
        assertThat(answer.kind()).isEqualTo(Frame.Kind.ANSWER);
        assertThat(answer.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        assertThatThrownBy(receiver::receive).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, another magic number",
        "0x58445731, 99, 0, no such kind",
        "0x58445731, 6, 5000000, too long an answer",
        "0x58445731, 2, 1, a greeting that says more",
        "0x58445731, 6, -1, less than nothing"
    })
    void whatNoSideSaysIsRefusedBeforeItIsRead(String magic, int kind, int length, String what) {
        byte[] said = ByteBuffer.allocate(9)
                .putInt(Integer.decode(magic))
                .put((byte) kind)
                .putInt(length)
                .array();

        assertThatThrownBy(receiving(said)::receive).as(what).isInstanceOf(Frames.Garbled.class);
    }

    @Test
    void aMessageCutOffIsTheEndOfTheTalk() {
        byte[] said = ByteBuffer.allocate(11)
                .putInt(MAGIC)
                .put((byte) Frame.Kind.ANSWER.number())
                .putInt(100)
                .array();

        assertThatThrownBy(receiving(said)::receive).isInstanceOf(EOFException.class);
    }

    @Test
    void nobodySendsMoreThanTheOtherSideTakes() {
        Frames sender = receiving(new byte[0]);

        assertThatThrownBy(() -> sender.send(Frame.Kind.READY, new byte[1])).isInstanceOf(Frames.Garbled.class);
    }

    private static Frames receiving(byte[] said) {
        return new Frames(new ByteArrayInputStream(said), OutputStream.nullOutputStream());
    }
}
