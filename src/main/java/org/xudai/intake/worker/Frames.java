package org.xudai.intake.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Messages over a pair of pipes: a magic number, the kind, the length in bytes, the bytes. What comes in is believed in
 * nothing: another number, an unknown kind or too great a length ends the talk before any of it is read.
 */
public final class Frames {

    private static final int MAGIC = 0x58445731;

    private final DataInputStream in;
    private final DataOutputStream out;

    /** Messages over two streams; nothing else may use them. */
    public Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /** The other side said what no side says. */
    public static final class Garbled extends IOException {
        private static final long serialVersionUID = 1L;

        Garbled(String message) {
            super(message);
        }
    }

    /**
     * Sends a message.
     *
     * @throws IOException where the other side is gone
     */
    public synchronized void send(Frame.Kind kind, byte[] bytes) throws IOException {
        if (bytes.length > kind.most()) {
            throw new Garbled(kind + " of " + bytes.length + " bytes");
        }
        out.writeInt(MAGIC);
        out.writeByte(kind.number());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * The next message.
     *
     * @throws java.io.EOFException where the other side is gone
     * @throws Garbled where it is none
     */
    public Frame receive() throws IOException {
        int magic = in.readInt();
        if (magic != MAGIC) {
            throw new Garbled("no message");
        }
        int number = in.readUnsignedByte();
        Frame.Kind kind = Frame.Kind.of(number).orElseThrow(() -> new Garbled("a message of kind " + number));
        int length = in.readInt();
        if (length < 0 || length > kind.most()) {
            throw new Garbled(kind + " of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Frame(kind, bytes);
    }
}
