package org.xudai.bankseal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.xudai.kernel.Sha256;

/** The bank's seal key with its certificate chain. */
public final class SealKey {

    private final KeyStore.PrivateKeyEntry entry;
    private final SealCertificate certificate;

    SealKey(KeyStore.PrivateKeyEntry entry, SealCertificate certificate) {
        this.entry = entry;
        this.certificate = certificate;
    }

    /** Key and chain as the Java platform knows them, for whoever signs in another form, e.g. PDF documents. */
    public KeyStore.PrivateKeyEntry entry() {
        return entry;
    }

    /** The certificate of the key, with its chain. */
    public SealCertificate certificate() {
        return certificate;
    }

    /** The chain, the certificate of the key first. */
    public List<X509Certificate> chain() {
        return certificate.chain();
    }

    /** Which key it is: the id of its certificate. */
    public Sha256 id() {
        return certificate.id();
    }

    /** Signs bytes. */
    public BankSignature sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(certificate.algorithm());
            signature.initSign(entry.getPrivateKey());
            signature.update(content);
            return new BankSignature(id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the bank's seal key does not sign", e);
        }
    }
}
