import { addressKey } from '../core/address';
import type { Client } from '../core/client';
import type { RecordLog } from '../core/ports';
import { decide } from '../core/decide';
import { type Draft, type HostPart, MEETING_FIELDS, MESSAGE_FIELDS, type Recipient } from '../core/draft';
import { type DraftEdit, leftOf, type UndoEdit } from '../core/edit';
import type { Purpose } from '../core/purpose';
import { changeRecipients, undoLastChange } from '../guard/change-recipients';
import { type Conversion, convert } from '../guard/convert';
import { acknowledge, declarePurpose, lastUndo } from '../guard/draft-memory';
import { keepDelay } from '../guard/delay';
import { acknowledgedBy, recordDecision } from '../guard/record-decision';
import { beginReview, type ReviewUnderWay, type Verdict } from '../guard/review';
import { insertText } from '../guard/insert-text';
import { readSendVersion } from '../guard/send-version';
import { sayAgain, type SpeakingParts } from '../guard/watch-draft';
import { clientView } from '../presentation/client-view';
import { type Change, changeWords, insertionWords } from '../presentation/conversion-words';
import { type PaneView, paneView } from '../presentation/pane-view';
import type { ActionResult, PaneActions, PaneState, Screen } from '../ui/pane-state';
import { TEXT } from '../ui/text';

/** The open pane: what it shows, what the sender can do in it, and how it learns that the draft has changed. */
export interface PaneSession {
  readonly actions: PaneActions;
  screen(): Screen;
  /** Calls back whenever there is something else to show. Returns a function that ends it. */
  subscribe(changed: () => void): () => void;
  /** Something may have changed: checks now, or once more after the check that is running. */
  lookAgain(): void;
  /** Reads what the sender can type into, and checks if that differs from what was checked last. */
  lookForEdits(): Promise<void>;
  /** The sender comes from a dialog that stopped exactly this draft, so an acknowledgement spares them the next one. */
  stoppedBefore(fingerprint: string): void;
}

/** Missing answers are asked for again after this time, although the draft has not changed. */
const ASK_AGAIN_MILLISECONDS = 30000;
/** Nor do answers last for ever: where no event can ask, what the open pane has kept with the draft is all that a send has. */
const RENEW_MILLISECONDS = 120000;
/** So long a check waits for the service before the pane shows what is known without it. */
const SERVICE_PATIENCE_MILLISECONDS = 1500;
/** So long a change waits for the new verdict, so that its result and the cards change together. */
const VERDICT_PATIENCE_MILLISECONDS = 1500;

interface Kept {
  readonly result: ActionResult;
  /** The recipients right after the change; once they differ, the result is history. */
  readonly people: string | null;
}

export interface PaneParts extends SpeakingParts {
  readonly records: RecordLog;
}

export function openPaneSession(parts: PaneParts, client: Client): PaneSession {
  const { mailbox, clock, rules } = parts;
  const { language, session, kind } = mailbox;
  const text = TEXT[language];
  const listeners = new Set<() => void>();

  let screen: Screen = { kind: 'loading' };
  let latest: Verdict | null = null;
  let view: PaneView | null = null;
  let checkedAt = 0;
  let running: Promise<void> | null = null;
  /** The check that the service keeps waiting; until it ends, the draft is followed without new answers. */
  let held: ReviewUnderWay | null = null;
  let again = false;
  let polling = false;
  /** Grows with every change of ours; a check that began before it tells of the past. */
  let epoch = 0;
  let busy: PaneState['busy'] = null;
  let kept: Kept | null = null;
  /** How the last action ended, held back until the new verdict is there. */
  let untold: (() => void) | undefined;
  let offered: UndoEdit | null = null;
  /** Where Outlook keeps nothing with the draft, the pane still knows what it did itself. */
  let lastChange: UndoEdit | null = null;
  /** Something was declared or acknowledged here, and the bar above the draft does not know yet. */
  let isBarOld = false;
  /** What the dialog the sender comes from was about. */
  let stoppedAt: string | null = null;
  let results = 0;
  let sendVersion: string | null = null;

  function show(next: Screen): void {
    if (JSON.stringify(next) === JSON.stringify(screen)) return;
    screen = next;
    listeners.forEach((changed) => changed());
  }

  function refresh(): void {
    if (!view || !latest) return;
    const state = { checking: running !== null && busy === null, busy, result: resultToShow(), mayAcknowledge: mayAcknowledge() };
    show({ kind: 'ready', view, state, client: clientView(client, latest.policy, sendVersion, language) });
  }

  function mayAcknowledge(): boolean {
    return !mailbox.abilities.sendModeOverride || (latest !== null && (latest.decision.secondThoughts.inPane || latest.decision.fingerprint === stoppedAt));
  }

  function resultToShow(): ActionResult | null {
    if (kept) return { ...kept.result, undo: kept.result.undo && offered !== null };
    if (!offered) return null;
    // Done by the button in the dialog or the ribbon, or before the pane was closed and opened again.
    const change: Change = offered.added.length === 0 ? 'remove' : offered.restore.length === 0 ? 'add' : 'moveToBcc';
    const done = { done: true, people: distinct(change === 'add' ? offered.added : offered.restore), senderLeftInBcc: false } as const;
    return { id: 0, tone: 'good', text: changeWords(change, done, language), undo: true, fresh: false };
  }

  async function checkOnce(): Promise<void> {
    const began = epoch;
    const underWay = beginReview(parts, latest);
    const callOff = clock.after(SERVICE_PATIENCE_MILLISECONDS, () => {
      held = underWay;
      if (began === epoch) showMeanwhile(underWay.soFar());
    });
    const found = await underWay.whole.finally(() => {
      callOff();
      held = null;
    });
    const undo = (await lastUndo(session)) || lastChange;
    sendVersion = sendVersion || (await readSendVersion(session));
    if (began !== epoch) return;
    latest = found;
    view = paneView(found, rules, language);
    checkedAt = clock.now();
    void keepDelay(mailbox, found.decision);
    if (isBarOld) void sayAgain(parts, found).catch(() => undefined);
    isBarOld = false;
    tell();
    offered = undo && leftOf(undo, found.draft);
    const people = peopleIn(found.draft);
    if (kept && kept.people === null) kept = { ...kept, people };
    else if (kept && kept.people !== people) kept = null;
  }

  function showMeanwhile(found: Verdict | null): void {
    if (!found || busy !== null) return;
    latest = found;
    view = paneView(found, rules, language);
    refresh();
  }

  /** One check at a time; whoever asks meanwhile gets one more afterwards. */
  function check(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    again = false;
    running = checkOnce()
      .catch(() => {
        // What was found before may be wrong by now, so it is not left standing.
        view = null;
        show({ kind: 'failed', failure: 'fault', playground: null });
      })
      .then(() => {
        running = null;
        if (again) return check();
        refresh();
        return undefined;
      });
    refresh();
    return running;
  }

  function tell(): void {
    const words = untold;
    untold = undefined;
    words?.();
  }

  function say(tone: ActionResult['tone'], words: string, undo: boolean): void {
    results += 1;
    kept = { result: { id: results, tone, text: words, undo, fresh: true }, people: null };
  }

  async function declare(purpose: Purpose | null): Promise<(() => void) | undefined> {
    if (!(await declarePurpose(session, purpose))) return () => say('stop', text.notKept, false);
    isBarOld = true;
    return undefined;
  }

  /** Nothing else begins while something is being done. What it says is shown with the new verdict. */
  async function act(doing: NonNullable<PaneState['busy']>, work: () => Promise<(() => void) | undefined>): Promise<void> {
    if (busy !== null) return;
    busy = doing;
    epoch += 1;
    refresh();
    let words: (() => void) | undefined;
    try {
      words = await work();
    } catch {
      words = () => say('stop', text.failures.fault.headline, false);
    }
    epoch += 1;
    untold = () => {
      busy = null;
      words?.();
    };
    // A check of the draft as it was may still be under way; the new one comes after it.
    const checked = check();
    await Promise.race([checked, new Promise<void>((over) => clock.after(VERDICT_PATIENCE_MILLISECONDS, over))]);
    tell();
    refresh();
    void lookForEdits();
  }

  function resultOf(change: Change, conversion: Conversion): () => void {
    const words = changeWords(change, conversion, language);
    if (conversion.done) {
      const way = change !== 'undo' && change !== 'takeOut' && conversion.people > 0 ? conversion.undo : null;
      return () => {
        offered = way;
        say('good', words, way !== null);
      };
    }
    return () => say(conversion.missing.length > 0 ? 'stop' : 'warning', words, false);
  }

  async function change(edit: DraftEdit): Promise<() => void> {
    const conversion = await changeRecipients(parts, edit);
    if (conversion.done && conversion.people > 0) lastChange = conversion.undo;
    return resultOf(changeOf(edit), conversion);
  }

  async function insert(wanted: string): Promise<() => void> {
    const insertion = await insertText(mailbox, wanted);
    return () => say(insertion.done ? 'good' : insertion.untouched ? 'warning' : 'stop', insertionWords(insertion, wanted, language), false);
  }

  async function takeBack(): Promise<() => void> {
    const conversion = (await undoLastChange(parts)) || (lastChange ? await convert(mailbox, lastChange) : null);
    if (!conversion) return () => say('warning', text.nothingToUndo, false);
    if (conversion.done) lastChange = null;
    return resultOf(conversion.done && conversion.undo.added.length === 0 ? 'takeOut' : 'undo', conversion);
  }

  const actions: PaneActions = {
    fix(card) {
      const { remedy } = card;
      if (!remedy) return;
      const { edit } = remedy;
      void act({ card: card.key }, async () => {
        if (edit.kind === 'insertText') return insert(edit.text);
        return edit.kind === 'declarePurpose' ? declare(edit.purpose) : change(edit);
      });
    },
    undo() {
      void act('undo', takeBack);
    },
    declare(purpose) {
      void act('purpose', () => declare(purpose));
    },
    acknowledge(reason) {
      const seen = latest;
      if (!seen) return;
      void act('acknowledge', async () => {
        if (!(await acknowledge(session, seen.decision, clock.now(), reason))) return () => say('stop', text.notKept, false);
        isBarOld = true;
        const decision = decide(seen.draft, seen.outcomes, seen.policy, { fingerprint: seen.decision.fingerprint, at: clock.now(), reason, each: true });
        const acknowledged = acknowledgedBy(decision.acknowledged, { reason });
        if (decision.acknowledged) recordDecision({ records: parts.records, place: client.place, world: parts.world }, { ...seen, event: 'acknowledgement', decision, acknowledged, now: clock.now() });
        const isDelayed = await keepDelay(mailbox, { ...seen.decision, action: 'allow' });
        return isDelayed ? undefined : () => say('warning', text.delayFailed, false);
      });
    },
  };

  async function lookForEdits(): Promise<void> {
    if (busy !== null || polling || (running ? !held : !latest)) return;
    polling = true;
    try {
      const began = epoch;
      const draft = await mailbox.readDraft(typedParts(kind));
      if (busy !== null || began !== epoch) return;
      if (held && !(latest && typed(draft) === typed(latest.draft))) {
        again = true;
        return showMeanwhile(held.soFar({ draft, parts: typedParts(kind) }));
      }
      if (running || !latest) return;
      const waitsForAnswers = latest.policyOrigin !== 'service' || latest.outcomes.some(({ outcome }) => outcome === 'undetermined');
      const due = clock.now() - checkedAt >= (waitsForAnswers ? ASK_AGAIN_MILLISECONDS : RENEW_MILLISECONDS);
      if (due || typed(draft) !== typed(latest.draft)) void check();
    } finally {
      polling = false;
    }
  }

  return {
    actions,
    screen: () => screen,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    lookAgain() {
      // An action checks at its end by itself, and half of a move is nothing to show.
      if (busy === null) void check();
    },
    lookForEdits,
    stoppedBefore(fingerprint) {
      stoppedAt = fingerprint;
      refresh();
    },
  };
}

function changeOf(edit: DraftEdit): Change {
  switch (edit.kind) {
    case 'removeRecipients':
      return 'remove';
    case 'addRecipients':
      return 'add';
    default:
      return 'moveToBcc';
  }
}

function typedParts(kind: Draft['kind']): readonly HostPart[] {
  return [...(kind === 'message' ? MESSAGE_FIELDS : MEETING_FIELDS), 'subject', 'body'];
}

/** What two drafts that read alike have in common, as far as the sender types it. */
function typed(draft: Draft): string {
  const parts = typedParts(draft.kind);
  const unread = parts.filter((part) => draft.unread.indexOf(part) >= 0);
  return JSON.stringify([peopleIn(draft), draft.recipients.map(({ name }) => name), draft.subject, draft.body, unread]);
}

function peopleIn(draft: Draft): string {
  return draft.recipients.map(entry).join('\n');
}

function entry({ field, address }: Recipient): string {
  return `${field}:${addressKey(address)}`;
}

function distinct(recipients: readonly Recipient[]): number {
  return new Set(recipients.map(({ address }) => addressKey(address))).size;
}
