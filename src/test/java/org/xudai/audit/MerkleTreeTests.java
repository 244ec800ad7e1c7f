package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xudai.kernel.Sha256;

/** The tree is that of RFC 9162, and a path proves its own leaf at its own place and nothing else. */
class MerkleTreeTests {

    @Property(tries = 200)
    void theRootIsThatOfTheRecursionInTheRfc(@ForAll @IntRange(min = 1, max = 300) int size) {
        List<Sha256> leaves = leaves(size);

        assertThat(MerkleTree.over(leaves).root()).isEqualTo(sha256(rootByTheRfc(leaves)));
    }

    @Property(tries = 100)
    void everyLeafIsProvenByItsPath(@ForAll @IntRange(min = 1, max = 200) int size) {
        List<Sha256> leaves = leaves(size);
        MerkleTree tree = MerkleTree.over(leaves);

        for (int leaf = 0; leaf < size; leaf++) {
            List<Sha256> path = tree.path(leaf);
            assertThat(path.size()).isLessThanOrEqualTo(32 - Integer.numberOfLeadingZeros(size));
            assertThat(MerkleTree.rootFrom(leaves.get(leaf), leaf, size, path)).contains(tree.root());
        }
    }

    @Property(tries = 300)
    void aPathProvesNothingElse(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int one,
            @ForAll @IntRange(min = 0, max = 199) int other) {
        List<Sha256> leaves = leaves(size);
        MerkleTree tree = MerkleTree.over(leaves);
        int leaf = one % size;
        List<Sha256> path = tree.path(leaf);
        Sha256 proven = leaves.get(leaf);

        assertThat(MerkleTree.rootFrom(leaf(size), leaf, size, path))
                .as("another entry")
                .isNotEqualTo(Optional.of(tree.root()));
        if (other % size != leaf) {
            assertThat(MerkleTree.rootFrom(proven, other % size, size, path))
                    .as("another place")
                    .isNotEqualTo(Optional.of(tree.root()));
        }
        assertThat(MerkleTree.rootFrom(proven, leaf, size, path.subList(0, path.size() - 1)))
                .as("a step left out")
                .isNotEqualTo(Optional.of(tree.root()));
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(leaf(other));
        assertThat(MerkleTree.rootFrom(proven, leaf, size, longer))
                .as("a step more")
                .isEmpty();
        List<Sha256> changed = new ArrayList<>(path);
        changed.set(other % path.size(), leaf(size + 1));
        assertThat(MerkleTree.rootFrom(proven, leaf, size, changed))
                .as("a step changed")
                .isNotEqualTo(Optional.of(tree.root()));
    }

    @Test
    void aPlaceOutsideTheTreeIsProvenByNothing() {
        MerkleTree tree = MerkleTree.over(leaves(3));

        assertThat(MerkleTree.rootFrom(leaf(2), 3, 3, tree.path(2))).isEmpty();
        assertThat(MerkleTree.rootFrom(leaf(2), -1, 3, tree.path(2))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.over(List.of()));
    }

    private static List<Sha256> leaves(int size) {
        return IntStream.range(0, size).mapToObj(MerkleTreeTests::leaf).toList();
    }

    private static Sha256 leaf(int number) {
        return sha256(digest(ByteBuffer.allocate(4).putInt(number).array()));
    }

    /** MTH of RFC 9162, 2.1.1, word by word. */
    private static byte[] rootByTheRfc(List<Sha256> entries) {
        if (entries.size() == 1) {
            return digest(new byte[] {0}, HexFormat.of().parseHex(entries.get(0).value()));
        }
        int split = Integer.highestOneBit(entries.size() - 1);
        return digest(
                new byte[] {1},
                rootByTheRfc(entries.subList(0, split)),
                rootByTheRfc(entries.subList(split, entries.size())));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sha256 sha256(byte[] hash) {
        return new Sha256(HexFormat.of().formatHex(hash));
    }
}
