package org.xudai.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;

/** What other rooms ask of seals. */
@Component
class SealReader implements AuditSeals {

    private final Sealer sealer;
    private final SealTable seals;
    private final SealCheck check;

    SealReader(Sealer sealer, SealTable seals, SealCheck check) {
        this.sealer = sealer;
        this.seals = seals;
        this.check = check;
    }

    @Override
    public void sealNow() {
        sealer.sealAfterOthers();
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
    public SealVerdict verifyAll() {
        return check.all();
    }

    @Override
    public SealVerdict verifyChain(String chain) {
        return check.of(chain);
    }
}
