package org.xudai.audit;

import java.util.List;
import org.xudai.kernel.Sha256;

/**
 * That an entry stands under a seal.
 *
 * @param position position of the entry in its chain
 * @param seal number of the seal
 * @param leaf which leaf of the seal's tree the entry is, from 0
 * @param path the hashes that lead from the leaf to the root, the nearest first (RFC 9162, 2.1.3.1)
 */
public record InclusionProof(long position, long seal, int leaf, List<Sha256> path) {}
