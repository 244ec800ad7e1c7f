package org.xudai.dossier;

import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.xudai.testing.MovableClock;
import org.xudai.vault.TestKeys;

/** Stores and reads a large stream in a process of little memory; ends with 1 where the bytes are not the same. */
public final class LargeUpload {

    private LargeUpload() {}

    public static void main(String[] arguments) throws Exception {
        S3ObjectStore store = new S3ObjectStore(DossierFixture.settings(URI.create(arguments[0])), new MovableClock());
        long size = Long.parseLong(arguments[1]);
        try (MeasuredStream measured = new MeasuredStream(Streams.random(size, 7), size)) {
            store.write("cases/large", TestKeys.sealing("cases/large", measured));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            try (InputStream in = TestKeys.opening("cases/large", store.read("cases/large", 0))) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            boolean same = measured.size() == size
                    && measured.hash().value().equals(HexFormat.of().formatHex(digest.digest()));
            System.exit(same ? 0 : 1);
        }
    }
}
