package org.xudai.api;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;

/** A stored file as the web gives it out: whole, or a range of it (RFC 9110, section 14) read from where it begins. */
final class StoredResource extends AbstractResource {

    private final Dossier dossier;
    private final StoredFile file;

    StoredResource(Dossier dossier, StoredFile file) {
        this.dossier = dossier;
        this.file = file;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public String getDescription() {
        return "file " + file.objectKey();
    }

    @Override
    public InputStream getInputStream() {
        return new Skipping();
    }

    /** Opens the file at the first byte that is read, so that what is skipped before is never fetched. */
    private final class Skipping extends InputStream {

        private long offset;
        private @Nullable InputStream opened;

        private InputStream opened() throws IOException {
            InputStream known = opened;
            if (known == null) {
                known = dossier.open(file, offset);
                opened = known;
            }
            return known;
        }

        @Override
        public long skip(long count) throws IOException {
            if (opened != null) {
                return opened.skip(count);
            }
            long skipped = Math.max(0, Math.min(count, file.size() - offset));
            offset += skipped;
            return skipped;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return opened().read(buffer, from, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
