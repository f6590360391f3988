export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What has to be done again and again, such as forgetting what has been kept long enough. */
export interface Job {
  /** For logs and metrics. */
  readonly name: string;
  /** Milliseconds from one time to the next. */
  readonly every: number;
  /** With the start; otherwise some time in the first minute. */
  readonly atOnce?: boolean;
  /** Rejects where it did not go through; it is tried again an hour later then. */
  run(): Promise<unknown>;
}

export interface Jobs {
  /** Waits for what is running. */
  stop(): Promise<void>;
}

export interface JobsParts {
  readonly jobs: readonly Job[];
  readonly onOutcome: (name: string, outcome: 'done' | 'failed', error: unknown) => void;
  /** Below 1: replicas that started together should not all begin at the same moment. */
  readonly random: () => number;
}

/** Runs each job with the start or soon after it, and then at its times. One at a time, so that they do not get in each other's way. */
export function startJobs({ jobs, onOutcome, random }: JobsParts): Jobs {
  const timers = new Map<Job, NodeJS.Timeout>();
  let line: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const runLater = (job: Job, delay: number): void => {
    if (stopped) return;
    timers.set(job, setTimeout(() => {
      line = line.then(async () => {
        if (stopped) return;
        const outcome = await outcomeOf(job, onOutcome);
        runLater(job, outcome === 'done' ? job.every : HOUR);
      });
    }, delay).unref());
  };
  for (const job of jobs) runLater(job, job.atOnce === true ? 0 : Math.floor(random() * 60_000));

  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await line;
    },
  };
}

async function outcomeOf({ name, run }: Job, onOutcome: JobsParts['onOutcome']): Promise<'done' | 'failed'> {
  try {
    await run();
    onOutcome(name, 'done', null);
    return 'done';
  } catch (error) {
    onOutcome(name, 'failed', error);
    return 'failed';
  }
}
