package org.xudai.mailroom;

import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xudai.dossier.OneNode;
import org.xudai.kernel.OutsideSystemAway;

/**
 * Works on the stacks there are, oldest first, one at a time on a node. The lock of a stack is the database's own: it is given
 * back when its node dies, and the next look of another node goes on with the stack.
 */
@Component
class MailClerk implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailClerk.class);
    private static final long LAST_PAGES_SECONDS = 20;

    private final StackTable stacks;
    private final StackSorter sorter;
    private final OneNode oneNode;
    private final AtomicBoolean stops = new AtomicBoolean();

    /** One works and one waits: whoever wakes the clerk meanwhile finds that he looks again anyway. */
    private final ThreadPoolExecutor desk = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> new Thread(task, "mailroom"),
            new ThreadPoolExecutor.DiscardPolicy());

    MailClerk(StackTable stacks, StackSorter sorter, OneNode oneNode) {
        this.stacks = stacks;
        this.sorter = sorter;
        this.oneNode = oneNode;
    }

    /** Looks whether there is work. */
    @Scheduled(
            fixedDelayString = "${xudai.mailroom.look-every:5s}",
            initialDelayString = "${xudai.mailroom.look-every:5s}")
    void look() {
        desk.execute(this::work);
    }

    private void work() {
        goingOn("the mailroom", () -> stacks.underWay().stream()
                .takeWhile(any -> !stops.get())
                .forEach(stack -> goingOn("stack " + stack, () -> sort(stack))));
    }

    private void sort(UUID stack) {
        oneNode.run("mailroom.stack." + stack, () -> sorter.sort(stack, stops::get));
    }

    /** What stops one stack stops no other, and is looked at again by the next look. */
    private static void goingOn(String what, Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            LOG.info("{} is left to another node", what);
        } catch (OutsideSystemAway e) {
            LOG.warn("{} goes on later: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} was interrupted; it goes on later", what, e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stops.set(true);
        desk.shutdown();
        if (!desk.awaitTermination(LAST_PAGES_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("a stack did not stop in time");
        }
    }
}
