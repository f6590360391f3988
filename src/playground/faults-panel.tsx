import { type ReactElement, useId } from 'react';
import { CALLS, FAULT_KINDS, type FaultKind, type FaultSettings, isFaulty } from './faults';
import type { Words } from './words';

interface Props {
  readonly faults: FaultSettings;
  readonly words: Words;
  readonly onChange: (faults: FaultSettings) => void;
}

/** What can be made to go wrong, to see what happens then. */
export function FaultsPanel({ faults, words, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-label={words.faults}>
      <details className="faults" data-on={isFaulty(faults)}>
        <summary>{words.faults}{isFaulty(faults) && <span className="faults-on">{words.faultsOn}</span>}</summary>
        <p className="faults-hint">{words.faultsHint}</p>
        <div className="faults-row">
          <div className="fault">
            <label className="fault-check">
              <input type="checkbox" checked={faults.unreachable} aria-describedby={`${id}-unreachable`} onChange={(event) => onChange({ ...faults, unreachable: event.target.checked })} />
              {words.unreachable}
            </label>
            <p className="hint" id={`${id}-unreachable`}>{words.unreachableHint}</p>
          </div>
          <div className="fault">
            <label htmlFor={`${id}-slow`}>{words.slowCalls}</label>
            <select id={`${id}-slow`} value={faults.slow} aria-describedby={`${id}-slow-hint`} onChange={(event) => onChange({ ...faults, slow: Number(event.target.value) })}>
              {words.slowness.map(({ milliseconds, label }) => <option key={milliseconds} value={milliseconds}>{label}</option>)}
            </select>
            <p className="hint" id={`${id}-slow-hint`}>{words.slowCallsHint}</p>
          </div>
          <div className="fault">
            <label htmlFor={`${id}-call`}>{words.failingCall}</label>
            <span className="fault-pair">
              <select id={`${id}-call`} value={faults.call ?? ''} aria-describedby={`${id}-call-hint`} onChange={(event) => onChange({ ...faults, call: event.target.value || null })}>
                <option value="">{words.noCall}</option>
                {CALLS.map((method) => <option key={method} value={method}>{method}</option>)}
              </select>
              <select value={faults.how} aria-label={words.failHow} disabled={faults.call === null} onChange={(event) => onChange({ ...faults, how: event.target.value as FaultKind })}>
                {FAULT_KINDS.map((kind) => <option key={kind} value={kind}>{words.failHows[kind]}</option>)}
              </select>
            </span>
            <p className="hint" id={`${id}-call-hint`}>{words.failingCallHint}</p>
          </div>
        </div>
      </details>
    </section>
  );
}
