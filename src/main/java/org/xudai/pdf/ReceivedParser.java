package org.xudai.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads as PDFBox does, which repairs much, but notices what it passes over in silence: object streams that are not what
 * their header says. Never tries to open what was encrypted for a certificate.
 */
final class ReceivedParser extends PDFParser {

    private static final String STANDARD = "Standard";
    private static final int LONGEST_HEADER = 1_000_000;

    /** The file can be opened only with the key of a certificate. */
    static final class EncryptedForOthers extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Set<Long> checked = new HashSet<>();
    private boolean damaged;

    ReceivedParser(RandomAccessRead source) throws IOException {
        super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    /** Whether something that was read so far is not what the file says it is. */
    boolean damaged() {
        return damaged;
    }

    @Override
    protected void prepareDecryption() throws IOException {
        COSDictionary encryption = document.isEncrypted() ? document.getEncryptionDictionary() : null;
        if (encryption != null && !STANDARD.equals(encryption.getNameAsString(COSName.FILTER, STANDARD))) {
            throw new EncryptedForOthers();
        }
        super.prepareDecryption();
    }

    @Override
    @Nullable
    protected COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        COSBase object = super.parseObjectStreamObject(stream, key);
        if (object == null || (checked.add(stream) && !hasHonestHeader(stream))) {
            damaged = true;
        }
        return object;
    }

    /** ISO 32000-1, 7.5.7: the header is pairs of integers, object number and offset, and no stream holds itself. */
    private boolean hasHonestHeader(long number) throws IOException {
        COSBase object = document.getObjectFromPool(new COSObjectKey(number, 0)).getObject();
        if (!(object instanceof COSStream stream)) {
            return false;
        }
        int objects = stream.getInt(COSName.N);
        int length = stream.getInt(COSName.FIRST);
        if (objects < 0 || length < 0 || length > LONGEST_HEADER) {
            return false;
        }
        byte[] header;
        try (InputStream in = stream.createInputStream()) {
            header = in.readNBytes(length);
        }
        try (Scanner numbers = new Scanner(new ByteArrayInputStream(header), StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < objects; i++) {
                if (!numbers.hasNextLong() || numbers.nextLong() == number || !numbers.hasNextLong()) {
                    return false;
                }
                numbers.nextLong();
            }
        }
        return true;
    }
}
