package org.xudai.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.bankseal.NeedsSealKey;
import org.xudai.bankseal.SealKey;

/**
 * By what signers are known, from the files that the settings name. They are read anew for each document, so that a fresh
 * revocation list counts at once; the start is refused where they cannot be read.
 */
@Component
@NeedsSealKey
public class TrustFiles {

    private static final String TRUSTED = "xudai.signing.trusted-certificates";
    private static final String LISTS = "xudai.signing.revocation-lists";

    private final SigningSettings settings;
    private final SealKey key;

    TrustFiles(SigningSettings settings, SealKey key) {
        this.settings = settings;
        this.key = key;
        read();
    }

    /** What is known now. */
    public TrustMaterial read() {
        List<byte[]> trusted = new ArrayList<>();
        List<byte[]> lists = new ArrayList<>();
        for (Path file : files(TRUSTED, settings.trustedCertificates())) {
            trusted.addAll(each(TRUSTED, file, TrustFiles::certificates));
        }
        for (Path file : files(LISTS, settings.revocationLists())) {
            lists.addAll(each(LISTS, file, TrustFiles::revocationLists));
        }
        return new TrustMaterial(
                trusted, lists, settings.revocation(), List.of(key.id().value()));
    }

    private static List<Path> files(String setting, @Nullable Path place) {
        if (place == null) {
            return List.of();
        }
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> within = Files.list(place)) {
            return within.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": " + place + " is neither a file nor a directory to read", e);
        }
    }

    /** Reads what a file holds, as DER. */
    @FunctionalInterface
    private interface Reading {
        List<byte[]> of(InputStream in) throws GeneralSecurityException;
    }

    private static List<byte[]> each(String setting, Path file, Reading reading) {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return reading.of(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(setting + ": " + file + " cannot be read; it has to be in PEM or DER", e);
        }
    }

    private static List<byte[]> certificates(InputStream in) throws GeneralSecurityException {
        List<byte[]> read = new ArrayList<>();
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
            read.add(each.getEncoded());
        }
        return read;
    }

    private static List<byte[]> revocationLists(InputStream in) throws GeneralSecurityException {
        Collection<? extends CRL> lists =
                CertificateFactory.getInstance("X.509").generateCRLs(in);
        List<byte[]> read = new ArrayList<>();
        for (CRL each : lists) {
            read.add(((X509CRL) each).getEncoded());
        }
        return read;
    }
}
