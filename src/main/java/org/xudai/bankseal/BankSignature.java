package org.xudai.bankseal;

import org.xudai.kernel.Sha256;

/**
 * A signature of the bank.
 *
 * @param keyId which certificate checks it, see {@link SealCertificate#id}
 * @param value the signature as {@code openssl dgst -sha256 -verify} takes it: PKCS#1 v1.5 (RFC 8017) of an RSA key, the DER
 *     sequence of r and s (RFC 3279, 2.2.3) of an EC key, each over SHA-256
 */
public record BankSignature(Sha256 keyId, byte[] value) {}
