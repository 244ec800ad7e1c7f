package org.xudai.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xudai.kernel.Sha256;

/**
 * The Merkle tree of RFC 9162, section 2.1 (the same as of RFC 6962): the hash of a leaf is SHA-256 of a byte 0x00 and the
 * leaf, that of a node SHA-256 of a byte 0x01 and its two children; a node without a sibling goes up as it is. A leaf here
 * is the hash of an entry, 32 bytes.
 */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** From the leaves up to the root. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        levels.add(level);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(digest(NODE, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            levels.add(above);
            level = above;
        }
    }

    /**
     * The tree over these leaves.
     *
     * @throws IllegalArgumentException where there is none
     */
    static MerkleTree over(List<Sha256> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("no leaves");
        }
        return new MerkleTree(
                leaves.stream().map(leaf -> digest(LEAF, bytes(leaf))).toList());
    }

    Sha256 root() {
        return sha256(levels.get(levels.size() - 1).get(0));
    }

    /** The hashes that lead from a leaf to the root, the nearest first (RFC 9162, 2.1.3.1). */
    List<Sha256> path(int leaf) {
        List<Sha256> path = new ArrayList<>();
        int node = leaf;
        for (List<byte[]> level : levels) {
            int sibling = node ^ 1;
            if (sibling < level.size()) {
                path.add(sha256(level.get(sibling)));
            }
            node >>= 1;
        }
        return path;
    }

    /**
     * The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); empty where the path is too short or too long for a
     * tree of this size.
     */
    static Optional<Sha256> rootFrom(Sha256 leaf, long index, long size, List<Sha256> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        byte[] hash = digest(LEAF, bytes(leaf));
        for (Sha256 step : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if (node % 2 == 1 || node == last) {
                hash = digest(NODE, bytes(step), hash);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = digest(NODE, hash, bytes(step));
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(sha256(hash)) : Optional.empty();
    }

    private static byte[] digest(byte kind, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Sha256 hash) {
        return HexFormat.of().parseHex(hash.value());
    }

    private static Sha256 sha256(byte[] hash) {
        return new Sha256(HexFormat.of().formatHex(hash));
    }
}
