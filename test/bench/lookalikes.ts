import { performance } from 'node:perf_hooks';
import { lookalikesOf } from '../../src/core/lookalike/lookalikes';
import { lookalikeIndex } from '../../src/core/lookalike/lookalike-index';
import { registrableDomain } from '../../src/reference/public-suffixes/compact';
import { manyDomains, unlikeDomains } from '../core/many-domains';

const RUNS = 300;

/**
 * How long it takes to hold the domains of 5 and of 500 recipients against 10,000 known ones, the
 * index built anew each time, as at every Send, with the suffix list of the send bundle.
 */
export function lookalikes(): void {
  for (const [what, domains] of [['like one another', manyDomains(10_500)], ['with little in common', unlikeDomains(10_500)]] as const) {
    for (const asked of [5, 500]) measure(what, domains, asked);
  }
}

function measure(what: string, domains: readonly string[], asked: number): void {
  // As a policy and a draft bring them, in one piece each.
  const [strange, known] = JSON.parse(JSON.stringify([domains.slice(0, asked), domains.slice(500)])) as [readonly string[], readonly string[]];
  const times: { readonly build: number; readonly ask: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const index = lookalikeIndex(known, registrableDomain);
    const built = performance.now();
    for (const domain of strange) lookalikesOf(index, domain);
    times.push({ build: built - start, ask: performance.now() - built });
  }
  const [first] = times as [{ build: number; ask: number }];
  console.log(`${asked} domains against ${known.length} ${what}: index ${median(times.map(({ build }) => build))} ms, questions ${median(times.map(({ ask }) => ask))} ms (median of ${RUNS}; at best ${Math.min(...times.map(({ build, ask }) => build + ask)).toFixed(1)} ms for both); the first time ${first.build.toFixed(1)} ms and ${first.ask.toFixed(1)} ms`);
}

function median(milliseconds: readonly number[]): string {
  return ([...milliseconds].sort((a, b) => a - b)[Math.floor(milliseconds.length / 2)] as number).toFixed(1);
}
