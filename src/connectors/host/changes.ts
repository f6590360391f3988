import { addressKey } from '../../core/address';
import type { SourceFailure } from '../connector';
import type { Source, SourceEvent } from './source';

/**
 * Asks a source every so often what has changed, and drops what was kept of it. Begins now: nothing older is kept. Where there was no
 * answer it goes on from the same place the next time. A source of which nothing is kept is left alone.
 */
export function watchChanges(source: Source, every: number, now: () => number, onEvent: (event: SourceEvent) => void): { stop(): void } {
  const { connector, name } = source;
  if (!connector.changes) return { stop: () => undefined };
  const changes = connector.changes.bind(connector);
  let cursor: string | null = null;
  /** Nothing that is kept was asked for earlier. */
  let since = now();
  let isAsking = false;

  const ask = async (): Promise<void> => {
    if (isAsking) return;
    if (source.kept === 0) {
      cursor = null;
      since = now();
      return;
    }
    isAsking = true;
    try {
      const answer = await source.call((limits) => changes(cursor, since, limits));
      cursor = answer.cursor;
      if (answer.everything) source.forgetAll();
      else source.forget(answer.touched.map((each) => ('address' in each ? { address: addressKey(each.address) } : each)));
      onEvent({ kind: 'changes', source: name, outcome: 'answered', code: '' });
    } catch (error) {
      const { reason, code } = error as SourceFailure;
      onEvent({ kind: 'changes', source: name, outcome: reason, code });
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void ask(), every).unref();
  return { stop: () => clearInterval(timer) };
}
