package org.xudai.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** A sealed object as a channel that can be read from any place: another place is another question to the store. */
final class ObjectChannel implements SeekableByteChannel {

    private final SealedObject object;
    private final long size;
    private @Nullable InputStream stream;
    private long streamAt;
    private long position;
    private boolean open = true;

    ObjectChannel(SealedObject object, long size) {
        this.object = object;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        InputStream from = stream();
        byte[] bytes = new byte[(int) Math.min(into.remaining(), Math.min(size - position, 1 << 16))];
        int count = from.read(bytes);
        if (count > 0) {
            into.put(bytes, 0, count);
            position += count;
            streamAt = position;
        }
        return count;
    }

    private InputStream stream() throws IOException {
        InputStream known = stream;
        if (known != null && streamAt == position) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        InputStream opened = object.from(position);
        stream = opened;
        streamAt = position;
        return opened;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }
}
