package org.xudai.retention;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.xudai.bankseal.BankSignature;
import org.xudai.bankseal.SealCertificates;
import org.xudai.bankseal.SignedFile;
import org.xudai.kernel.CaseNumber;

/** What is left of what was erased. */
@Service
public class Erasures {

    private final ErasureTable table;
    private final SealCertificates certificates;

    Erasures(ErasureTable table, SealCertificates certificates) {
        this.table = table;
        this.certificates = certificates;
    }

    /** The erasure of a case, under way or ended. */
    public Optional<Erasure> of(CaseNumber caseNumber) {
        return table.latest(Erasure.Kind.CASE, caseNumber.value());
    }

    /** The certificate of erasure of a case with the bank's signature; empty where there is none, or it is not signed. */
    public Optional<SignedFile> signedCertificate(CaseNumber caseNumber) {
        return of(caseNumber).flatMap(this::signed);
    }

    private Optional<SignedFile> signed(Erasure erasure) {
        String certificate = erasure.certificate();
        BankSignature signature = erasure.signature();
        return certificate == null || signature == null
                ? Optional.empty()
                : certificates
                        .find(signature.keyId())
                        .map(signer -> new SignedFile(
                                "erasure-" + erasure.subject() + ".json",
                                certificate.getBytes(StandardCharsets.UTF_8),
                                signature.value(),
                                signer));
    }
}
