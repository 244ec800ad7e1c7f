package org.xudai.intake.worker;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a pool of workers and each of them may use.
 *
 * @param workers most workers at the same time
 * @param warm how many are kept ready though nothing is to do
 * @param heap heap of a worker
 * @param memory most memory of a worker with all it started, as the system counts it
 * @param files how many files a worker takes before another takes its place
 * @param idle how long a worker that is not kept warm waits for the next file
 * @param waiting how long somebody waits for a worker
 */
public record WorkerLimits(
        int workers, int warm, DataSize heap, DataSize memory, int files, Duration idle, Duration waiting) {}
