package org.xudai.signing;

import java.util.List;

/**
 * By what signers are known.
 *
 * @param trusted certificates in DER whose holders, and whom they certify, are known
 * @param revocationLists revocation lists in DER
 * @param revocation whether one of them has to speak for a signer
 * @param own SHA-256 in hexadecimal digits of the bank's own seal certificates: what they seal is signed by no customer
 */
public record TrustMaterial(
        List<byte[]> trusted, List<byte[]> revocationLists, Revocation revocation, List<String> own) {

    /** Whether withdrawn certificates are looked for. */
    public enum Revocation {
        /** A signer is known only where a revocation list of his authority does not name him. */
        REQUIRED,
        /** Nobody looks. */
        NOT_CHECKED
    }

    /** Nobody is known. */
    public static final TrustMaterial NONE = new TrustMaterial(List.of(), List.of(), Revocation.REQUIRED, List.of());
}
