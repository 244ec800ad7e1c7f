package org.xudai.nodes;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;
import org.xudai.intake.PhonePhotos;

/**
 * Photos of a phone handed in by borrowers over HTTP (hashed, sealed, stored, on record), until each is acknowledged and until
 * each has its verdict, against raw puts of the same bytes into the same store. {@code -Dbench.cases} (8), {@code
 * -Dbench.photos} a case (6).
 */
@Tag("bench")
class UploadsBench {

    private static final int CASES = Load.size("cases", 8);
    private static final int PHOTOS = Load.size("photos", 6);
    private static final int SENDERS = 4;
    private static final List<String> MATERIALS = List.of("id-card", "business-licence", "financials");

    private record Photo(Renewal renewal, String material) {}

    @Test
    void uploadsAgainstRawPuts() throws Exception {
        byte[] photo = PhonePhotos.ofPaper("id-card.jpg");
        try (Site site = new Site();
                MeasuredNode node = MeasuredNode.start("uploads", site, List.of(), "-Xmx512m", "-XX:+UseSerialGC")) {
            node.ready();
            site.quickPasswords();
            Renewals load = new Renewals(site, List.of(node));
            measured(load, photo, 2); // warms up
            raw(site, photo, 2);
            Figures figures = new Figures("uploads").note("photoMb", photo.length / (1024.0 * 1024));
            double raw = raw(site, photo, CASES);
            double[] ours = measured(load, photo, CASES);
            int uploads = CASES * PHOTOS;
            figures.note("uploads", uploads)
                    .note("rawPutsPerSecond", uploads / raw)
                    .note("acknowledgedPerSecond", uploads / ours[0])
                    .note("judgedPerSecond", uploads / ours[1])
                    .note("acknowledgedToRaw", raw / ours[0])
                    .note("judgedToRaw", raw / ours[1])
                    .write();
        }
    }

    /** Seconds until all were acknowledged, and until all had their verdict. */
    private static double[] measured(Renewals load, byte[] photo, int cases) throws Exception {
        List<Renewal> renewals = new ArrayList<>();
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Renewal renewal = load.opening();
            renewal.isOpened();
            renewal.borrowerComesIn();
            renewals.add(renewal);
            for (int j = 0; j < PHOTOS; j++) {
                photos.add(new Photo(renewal, MATERIALS.get(j % MATERIALS.size())));
            }
        }
        long start = System.nanoTime();
        double acknowledged = Load.seconds(
                SENDERS,
                photos,
                one -> one.renewal()
                        .borrower()
                        .upload("/api/v1/my/documents", "photo.jpg", photo, "material=" + one.material())
                        .ok(),
                () -> {});
        renewals.forEach(Renewal::everyVerdictIsThere);
        return new double[] {acknowledged, Load.since(start)};
    }

    private static double raw(Site site, byte[] photo, int cases) throws Exception {
        MinioClient store = MinioClient.builder()
                .endpoint(site.store().endpoint().toString())
                .credentials(site.store().accessKey(), site.store().secretKey())
                .region("us-east-1")
                .build();
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < cases * PHOTOS; i++) {
            objects.add("bench/" + UUID.randomUUID());
        }
        return Load.seconds(
                SENDERS,
                objects,
                object -> store.putObject(PutObjectArgs.builder()
                        .bucket("xudai")
                        .object(object)
                        .stream(new ByteArrayInputStream(photo), (long) photo.length, -1L)
                        .build()),
                () -> {});
    }
}
