package org.xudai.loanbook;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xudai.kernel.Sha256;

/**
 * An uploaded file on this node's disk while it is read. Its name goes when it is opened and its bytes with the process:
 * nothing of it stays after a kill.
 */
final class UploadCopy implements Closeable {

    private final FileChannel channel;
    private final Sha256 hash;
    private final long size;

    private UploadCopy(FileChannel channel, Sha256 hash, long size) {
        this.channel = channel;
        this.hash = hash;
        this.size = size;
    }

    /** Takes the bytes of an upload. */
    static UploadCopy of(InputStream upload) throws IOException {
        Path file = Files.createTempFile("xudai-import", ".table");
        FileChannel channel = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = Channels.newOutputStream(channel);
            long size = new DigestInputStream(upload, digest).transferTo(out);
            return new UploadCopy(channel, new Sha256(HexFormat.of().formatHex(digest.digest())), size);
        } catch (NoSuchAlgorithmException e) {
            channel.close();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads it from the start; closing the stream leaves the copy. One reader at a time. */
    InputStream open() throws IOException {
        channel.position(0);
        return new FilterInputStream(Channels.newInputStream(channel)) {

            @Override
            public void close() {
                // the copy is read again
            }
        };
    }

    Sha256 hash() {
        return hash;
    }

    long size() {
        return size;
    }

    /** How many bytes the reader has taken. */
    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
