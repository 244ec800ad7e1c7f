package org.xudai.audit;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;

/** What other rooms ask of seals. */
@Component
class SealReader implements AuditSeals {

    private final SealTable seals;
    private final SealSignatureTable signatures;
    private final SealCheck check;

    SealReader(SealTable seals, SealSignatureTable signatures, SealCheck check) {
        this.seals = seals;
        this.signatures = signatures;
        this.check = check;
    }

    @Override
    public List<InclusionProof> proofsOf(CaseNumber caseNumber) {
        Map<Long, MerkleTree> trees = new HashMap<>();
        List<InclusionProof> proofs = new ArrayList<>();
        for (SealTable.Leaf leaf : seals.leavesOf(caseNumber.value())) {
            MerkleTree tree = trees.computeIfAbsent(
                    leaf.seal(),
                    seal -> MerkleTree.over(seals.leavesUnder(seal).stream()
                            .map(SealTable.Leaf::hash)
                            .toList()));
            proofs.add(new InclusionProof(leaf.place().position(), leaf.seal(), leaf.index(), tree.path(leaf.index())));
        }
        return proofs;
    }

    @Override
    public List<Seal> find(Collection<Long> numbers) {
        return seals.find(numbers);
    }

    @Override
    public List<SealSignature> signaturesOf(Collection<Long> numbers) {
        return signatures.find(numbers).values().stream()
                .sorted(Comparator.comparingLong(SealSignature::seal))
                .toList();
    }

    @Override
    public SealVerdict verifyAll(List<X509Certificate> trusted) {
        return check.all(trusted);
    }

    @Override
    public SealVerdict verifyChain(String chain, List<X509Certificate> trusted) {
        return check.of(chain, trusted);
    }
}
