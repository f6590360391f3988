import type { ReactElement } from 'react';
import type { Language } from '../core/rule';
import type { World } from '../core/evaluate';
import { entriesIn, fieldsOf, type ItemState } from '../simulator/item';
import { Glyph } from '../ui/glyphs';
import { visibleAddress, visibleName } from '../ui/visible-text';
import { FAULT_KINDS } from './faults';
import type { LogEntry } from './log';
import { nameOf } from './people';
import { type Reader, readersOf } from './who-sees-whom';
import type { Words } from './words';

interface Props {
  readonly log: readonly LogEntry[];
  readonly language: Language;
  readonly words: Words;
  readonly world: World;
  readonly onClear: () => void;
}

/** What was sent to whom, what was stopped and why, and what went wrong; the newest first. */
export function LogPanel({ log, language, words, world, onClear }: Props): ReactElement {
  return (
    <section className="log" aria-labelledby="log-heading">
      <header className="log-header">
        <h2 id="log-heading">{words.log}</h2>
        {log.length > 0 && <button type="button" className="link-button" onClick={onClear}>{words.clearLog}</button>}
      </header>
      {log.length === 0 && <p className="log-empty">{words.logEmpty}</p>}
      <ol className="log-entries" role="list">
        {log.map((entry) => <Line key={entry.id} entry={entry} language={language} words={words} world={world} />)}
      </ol>
    </section>
  );
}

function Line({ entry, language, words, world }: { readonly entry: LogEntry; readonly language: Language; readonly words: Words; readonly world: World }): ReactElement {
  const time = new Date(entry.at).toLocaleTimeString(language);
  const shell = (kind: 'good' | 'stop' | 'warning' | 'notice', title: string, detail: string, content?: ReactElement | null): ReactElement => (
    <li className="log-entry" data-kind={entry.kind} data-tone={kind}>
      <span className="log-mark"><Glyph name={kind} size={20} /></span>
      <div className="log-content">
        <p className="log-title"><strong>{title}</strong>{detail !== '' && <span className="log-detail">{detail}</span>}<time className="log-time" dateTime={new Date(entry.at).toISOString()}>{time}</time></p>
        {content}
      </div>
    </li>
  );

  switch (entry.kind) {
    case 'sent': {
      const { item, to, how } = entry.mail;
      const checked = how === 'checked' ? words.checked : how === 'notChecked' ? words.unchecked : words.pressed(words.sendAnyway);
      return shell(how === 'checked' ? 'good' : 'warning', to === 'outbox' ? words.logEntry.outbox : words.logEntry.sent, `${item.subject || words.noSubject} · ${checked}`,
        <Sent item={item} readers={readersOf(item, world)} words={words} />);
    }
    case 'stopped': {
      const { dialog, pressed, subject } = entry;
      return shell(dialog.kind === 'alert' ? 'stop' : 'warning', words.logEntry.stopped, subject || words.noSubject, (
        <>
          <p className="log-said">{dialog.text}</p>
          <p className="log-buttons">{words.offered(dialog.buttons.map(({ label }) => label).join(' · '))}{pressed !== null && ` – ${words.pressed(pressed)}`}</p>
        </>
      ));
    }
    case 'kept':
      return shell('notice', words.logEntry.drafts, entry.subject || words.noSubject, <p className="log-said">{words.kept[entry.result.why]}</p>);
    case 'command':
      return shell(entry.end.kind === 'completed' ? 'good' : 'warning', words.logEntry.command, entry.label, <p className="log-said">{entry.end.kind === 'completed' ? entry.said : words.commandFailed}</p>);
    case 'call': {
      const how = FAULT_KINDS.find((kind) => kind === entry.message);
      return shell('warning', words.logEntry.call, entry.method, <p className="log-said">{`${words.runtimes[entry.runtime]}: ${how ? words.failHows[how] : entry.message}`}</p>);
    }
    case 'problem':
      return shell('warning', words.logEntry.problem, entry.problem.kind, <p className="log-said" lang="en">{entry.problem.message}</p>);
  }
}

function Sent({ item, readers, words }: { readonly item: ItemState; readonly readers: readonly Reader[]; readonly words: Words }): ReactElement {
  const most = readers.reduce((sum, { strangers }) => sum + strangers, 0);
  return (
    <>
      <dl className="sent-fields">
        {fieldsOf(item.kind).map((field) => {
          const entries = entriesIn(item, field);
          return entries.length > 0 && (
            <div key={field} data-field={field}>
              <dt>{words.fields[field]}</dt>
              <dd>{entries.map((entry) => visibleName(entry.emailAddress || nameOf(entry))).join(', ')}</dd>
            </div>
          );
        })}
      </dl>
      <details className="sees">
        <summary>{words.seesTable}{most > 0 && <span className="sees-strangers">{words.disclosed(readers.filter(({ strangers }) => strangers > 0).length)}</span>}</summary>
        <table>
          <thead><tr><th scope="col">{words.recipient}</th><th scope="col">{words.gotIn}</th><th scope="col">{words.sees}</th></tr></thead>
          <tbody>
            {readers.map((reader, index) => (
              <tr key={`${reader.address}/${index}`} data-strangers={reader.strangers > 0}>
                <th scope="row">{visibleAddress(reader.address) || visibleName(reader.name)}</th>
                <td>{words.inField[reader.field]}</td>
                <td>
                  {reader.sees.length === 0 ? words.seesNobody : words.seesCount(reader.sees.length)}
                  {reader.strangers > 0 && <span className="sees-strangers">{words.strangers(reader.strangers)}</span>}
                  {reader.sees.length > 0 && <span className="sees-list">{reader.sees.slice(0, 12).map(({ name, address }) => visibleAddress(address) || visibleName(name)).join(', ')}{reader.sees.length > 12 && ' …'}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
