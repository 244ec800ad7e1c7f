package org.xudai.bankseal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A file that the bank signed, as it is handed out: a zip of the file, the signature as {@code .sig} and the certificate with
 * its chain in PEM as {@code .pem}. Unpacked it is checked by
 * {@code openssl x509 -in F.pem -noout -pubkey > key.pem; openssl dgst -sha256 -verify key.pem -signature F.sig F}.
 *
 * @param name name of the file
 * @param content what was signed, 16 MiB at the most
 * @param signature the signature, as {@link BankSignature#value}
 * @param certificate what checks it
 */
public record SignedFile(String name, byte[] content, byte[] signature, SealCertificate certificate) {

    private static final String SIGNATURE = ".sig";
    private static final String CERTIFICATE = ".pem";
    private static final int LARGEST = 16 * 1024 * 1024;

    /** The zip. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, name, content);
            add(zip, name + SIGNATURE, signature);
            add(zip, name + CERTIFICATE, certificate.pem().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads such a zip; empty where it is something else.
     *
     * @throws IOException where it cannot be read
     */
    public static Optional<SignedFile> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            Optional<String> name = names.stream()
                    .filter(one ->
                            names.size() == 3 && names.contains(one + SIGNATURE) && names.contains(one + CERTIFICATE))
                    .findFirst();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            byte[] content = bytes(zip, name.get());
            byte[] signature = bytes(zip, name.get() + SIGNATURE);
            return SealCertificate.find(new String(bytes(zip, name.get() + CERTIFICATE), StandardCharsets.UTF_8))
                    .map(certificate -> new SignedFile(name.get(), content, signature, certificate));
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    /** Whether the signature was made over the content with the key of the certificate. */
    public boolean fits() {
        return certificate.verifies(content, signature);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readNBytes(LARGEST);
        }
    }
}
