package org.xudai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done by as many threads as the machine has cores. */
final class Load {

    private static final double NANOS = 1e9;

    private Load() {}

    /** A piece of work that may fail. */
    interface Work<T> {

        void on(T item) throws Exception;
    }

    /** Does the work on each item, then the rest; gives the seconds that both took. */
    static <T> double seconds(List<T> items, Work<T> work, Runnable rest) throws Exception {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (T item : items) {
                running.add(threads.submit(() -> {
                    work.on(item);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            rest.run();
            return (System.nanoTime() - start) / NANOS;
        } finally {
            threads.shutdownNow();
        }
    }
}
