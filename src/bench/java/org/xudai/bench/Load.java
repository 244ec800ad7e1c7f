package org.xudai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done by as many threads as the machine has cores, or by a given number. */
public final class Load {

    private static final double NANOS = 1e9;

    private Load() {}

    /** A piece of work that may fail. */
    public interface Work<T> {

        void on(T item) throws Exception;
    }

    /** Does the work on each item, then the rest; gives the seconds that both took. */
    public static <T> double seconds(List<T> items, Work<T> work, Runnable rest) throws Exception {
        return seconds(Runtime.getRuntime().availableProcessors(), items, work, rest);
    }

    /** As above, by a number of threads. */
    public static <T> double seconds(int threads, List<T> items, Work<T> work, Runnable rest) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (T item : items) {
                running.add(pool.submit(() -> {
                    work.on(item);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            rest.run();
            return since(start);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Seconds since a moment of {@link System#nanoTime}. */
    public static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    /** A size of the run: {@code -Dbench.<name>=…}, or what it is where the figure is taken for good. */
    public static int size(String name, int full) {
        return Integer.getInteger("bench." + name, full);
    }
}
