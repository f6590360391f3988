import type { ReactElement } from 'react';
import { type EntrySetup, type FieldName, fieldsOf } from '../simulator/item';
import { LIMITS } from '../simulator/clients';
import { visibleName } from '../ui/visible-text';
import { Icon } from './icons';
import type { Suggestible } from './people';
import { type FieldActions, RecipientField } from './recipient-field';
import { piecesOf } from './typed-text';
import type { Outlook, OutlookState } from './outlook';
import type { Words } from './words';

interface Props {
  readonly outlook: Outlook;
  readonly state: OutlookState;
  readonly people: readonly Suggestible[];
  /** The add-in's name, as Outlook shows it. */
  readonly addin: string;
  readonly words: Words;
}

/** The message or meeting that is being written, as Outlook shows it. Everything typed goes to the simulated host at once. */
export function ComposeWindow({ outlook, state, people, addin, words }: Props): ReactElement {
  const { item, host, busy } = state;
  const actions = fieldActions(state);
  const fields = fieldsOf(item.kind);
  const own = words.kinds[item.kind];
  const from = item.from.displayName && item.from.displayName !== item.from.emailAddress ? `${item.from.displayName} <${item.from.emailAddress}>` : item.from.emailAddress;

  return (
    <form
      className="compose"
      data-kind={item.kind}
      aria-label={own.compose}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void outlook.pressSend();
      }}
    >
      {item.notifications.length > 0 && (
        <ul className="notifications" role="list" aria-label={words.notifications} aria-live="polite">
          {item.notifications.map((each) => (
            <li key={each.key} className="notification" data-type={each.type}>
              <img src="/assets/icon-16.png" width={16} height={16} alt="" />
              <span className="notification-text">{each.message}</span>
              {each.actions?.[0] && <button type="button" className="link-button" onClick={() => host.user.followNotification(each.key)}>{each.actions[0].actionText}</button>}
              <button type="button" className="icon-button" aria-label={words.dismiss} onClick={() => host.user.dismissNotification(each.key)}><Icon name="close" size={14} /></button>
            </li>
          ))}
        </ul>
      )}

      <div className="send-row">
        <button type="button" className="button button-primary send" aria-disabled={busy !== null} aria-keyshortcuts="Control+Enter" onClick={() => void outlook.pressSend()}>
          <Icon name="send" size={18} />
          <span>{words.send}</span>
        </button>
        <p className="from"><span className="from-label">{words.from}</span> <span className="from-name" title={from}>{visibleName(from)}</span></p>
        <p className="send-state" role="status">{busy === null ? '' : (busy === 'sending' ? own.checking : words.working)(addin)}</p>
      </div>

      {fields.map((field) => (
        <RecipientField
          key={field}
          field={field}
          fields={fields}
          entries={item.recipients[field] ?? []}
          typed={item.typed[field] ?? []}
          known={people}
          words={words}
          actions={actions}
        />
      ))}

      <input
        className="subject"
        type="text"
        aria-label={own.subject}
        placeholder={own.addSubject}
        maxLength={LIMITS.subject}
        value={item.subject}
        onChange={(event) => host.user.setSubject(event.target.value)}
      />

      {own.leftOut !== null && <p className="left-out">{own.leftOut}</p>}

      {item.attachments.length > 0 && (
        <ul className="attachments" role="list" aria-label={words.attachments}>
          {item.attachments.map(({ id, name, size }) => (
            <li key={id} className="attachment">
              <Icon name="file" size={18} />
              <span className="attachment-name">{visibleName(name)}</span>
              {size > 0 && <span className="attachment-size">{sizeText(size, state.choice.language)}</span>}
              <button type="button" className="icon-button" aria-label={words.removeAttachment(name)} onClick={() => host.user.detach(name)}><Icon name="close" size={12} /></button>
            </li>
          ))}
        </ul>
      )}

      <textarea
        className="body"
        aria-label={own.body}
        value={item.body.text}
        onChange={(event) => host.user.setBody({ text: event.target.value })}
      />
    </form>
  );
}

/** Chips in, chips out: what the host does with each of them is its own affair. */
function fieldActions({ host, item }: OutlookState): FieldActions {
  const take = (field: FieldName, key: string): EntrySetup | null => {
    const entry = (item.recipients[field] ?? []).find(({ emailAddress, displayName }) => (emailAddress || displayName) === key);
    host.user.remove(field, key);
    return entry ?? null;
  };
  return {
    enter(field, text) {
      // One call for all of them, so that the add-in hears of them once.
      const people = piecesOf(text).map((piece): EntrySetup => {
        if (piece.name === '' || !piece.text.includes('@')) return piece.text;
        return { displayName: piece.name, emailAddress: piece.text, recipientType: 'externalUser' };
      });
      if (people.length > 0) host.user.add(field, ...people);
    },
    pick: (field, person) => host.user.add(field, person.address),
    remove: (field, key) => void take(field, key),
    move(from, key, to) {
      const entry = take(from, key);
      if (entry) host.user.add(to, entry);
      else host.user.type(to, key);
    },
  };
}

function sizeText(bytes: number, language: string): string {
  const format = (value: number, unit: string): string => `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
  return bytes < 1_000_000 ? format(Math.max(1, Math.round(bytes / 1000)), 'KB') : format(bytes / 1_000_000, 'MB');
}
