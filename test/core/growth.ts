/**
 * How many times longer reading a text takes when it is eight times as long: about 8 if the time is
 * in proportion to the length, 64 if it is to its square. Processor time, so that a busy machine
 * changes little; the best of several, so that a pause for tidying up changes nothing.
 */
export function growthOf(read: (text: string) => void, unit: string, short = 20_000): number {
  const best = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    return Math.min(...Array.from({ length: 4 }, () => {
      const before = process.cpuUsage().user;
      read(text);
      return process.cpuUsage().user - before;
    }));
  };
  best(short);
  // Below two milliseconds the clock and the compiler weigh more than the text.
  return best(8 * short) / Math.max(best(short), 2000);
}

/** Between linear and quadratic, far from both. */
export const TOO_MUCH = 30;
