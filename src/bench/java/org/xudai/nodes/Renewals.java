package org.xudai.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xudai.bench.Load;

/** Whole renewals over HTTP, several people at a time, their requests spread over the nodes in turn. */
final class Renewals {

    private final Site site;
    private final List<MeasuredNode> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    Renewals(Site site, List<MeasuredNode> nodes) {
        this.site = site;
        this.nodes = nodes;
    }

    /** Brings so many renewals to their end; gives the seconds they took. */
    double done(int many, int lanes) throws Exception {
        List<Renewal> renewals = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            renewals.add(opening());
        }
        return Load.seconds(lanes, renewals, Renewals::toTheEnd, () -> {});
    }

    /** A renewal that is not opened yet. */
    Renewal opening() {
        return new Renewal(
                Loan.eligible(),
                () -> nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()))
                        .port(),
                site.carrier);
    }

    private static void toTheEnd(Renewal renewal) {
        renewal.isOpened();
        renewal.borrowerComesIn();
        renewal.borrowerHandsInEverything();
        renewal.everyVerdictIsThere();
        renewal.borrowerSubmits();
        renewal.isInvestigated();
        renewal.isReviewed();
        renewal.isApproved();
        renewal.comesTo("RENEWED");
    }
}
