import type { ReactElement } from 'react';
import { Dropdown, DropdownMenuItemType, type IDropdownOption } from '@fluentui/react/lib/Dropdown';
import { EVIDENCE_KINDS } from '../core/evidence';
import { isPhone, PROFILE_IDS, type ProfileId, PROFILES } from '../simulator/clients';
import type { SendMode } from '../simulator/inside';
import type { DraftGroup, OpenableDraft } from './drafts';
import { SEND_MODES } from './link';
import type { Choice } from './outlook';
import type { Words } from './words';

interface Props {
  readonly choice: Choice;
  readonly groups: readonly DraftGroup[];
  readonly draft: string | null;
  readonly words: Words;
  readonly onClient: (client: ProfileId) => void;
  readonly onSendMode: (mode: SendMode) => void;
  readonly onDraft: (draft: OpenableDraft | null) => void;
}

const EMPTY_DRAFT = 'empty';

/** Newest first, the clients that are updated all the time before the classic one, phones at the end. */
const CLIENT_ORDER: readonly ProfileId[] = [...PROFILE_IDS].sort((one, other) => age(one) - age(other));

function age(id: ProfileId): number {
  const { platform, hostName, mailboxSet } = PROFILES[id];
  const family = isPhone(PROFILES[id]) ? 400 : platform === 'PC' ? 300 : platform === 'Mac' ? 200 : hostName === 'OutlookWebApp' ? 0 : 100;
  return family - Number(mailboxSet.split('.')[1]);
}

/** Which Outlook is played, how strict it is, and which draft is in it. */
export function Settings({ choice, groups, draft, words, onClient, onSendMode, onDraft }: Props): ReactElement {
  const client = PROFILES[choice.client];
  const mode = words.sendModes[choice.sendMode];
  return (
    <section className="settings" aria-label={words.settings}>
      <div className="setting setting-client">
        <Dropdown
          label={words.client}
          selectedKey={choice.client}
          options={CLIENT_ORDER.map((id): IDropdownOption => ({ key: id, text: words.clientNames[id] }))}
          onRenderOption={(option) => option ? <span className="client-option"><span>{option.text}</span> <span className="client-set">{words.mailboxSet(PROFILES[option.key as ProfileId].mailboxSet)}</span></span> : null}
          onChange={(_, option) => option && onClient(option.key as ProfileId)}
          dropdownWidth="auto"
        />
        <p className="hint"><strong>{words.mailboxSet(client.mailboxSet)}</strong> – {words.clientMeans(client)}</p>
      </div>
      <div className="setting setting-mode">
        <Dropdown
          label={words.sendMode}
          selectedKey={choice.sendMode}
          options={SEND_MODES.map((each): IDropdownOption => ({ key: each, text: words.sendModes[each].name }))}
          onChange={(_, option) => option && onSendMode(option.key as SendMode)}
        />
        <p className="hint">{isPhone(client) ? words.noSendMode : mode.means}</p>
      </div>
      <div className="setting setting-draft">
        <Dropdown
          label={words.openDraft}
          placeholder={words.chooseDraft}
          selectedKey={draft}
          options={optionsOf(groups, choice, words)}
          onChange={(_, option) => option && onDraft(groups.flatMap(({ drafts }) => drafts).find(({ name }) => name === option.key) ?? null)}
          calloutProps={{ calloutMaxHeight: 480 }}
          dropdownWidth="auto"
        />
        <p className="hint">{bringsOwn(groups, draft) ? words.bringsOwn : words.fromService}</p>
      </div>
    </section>
  );
}

function optionsOf(groups: readonly DraftGroup[], { language }: Choice, words: Words): IDropdownOption[] {
  return [
    { key: EMPTY_DRAFT, text: words.kinds.message.empty },
    ...groups.flatMap(({ title, drafts }, index): IDropdownOption[] => [
      ...(title === null ? [] : [{ key: `header-${index}`, text: title[language], itemType: DropdownMenuItemType.Header }]),
      ...drafts.map((each): IDropdownOption => ({ key: each.name, text: each.title[language] })),
    ]),
  ];
}

function bringsOwn(groups: readonly DraftGroup[], draft: string | null): boolean {
  const open = groups.flatMap(({ drafts }) => drafts).find(({ name }) => name === draft);
  return open !== undefined && (EVIDENCE_KINDS.some((kind) => open.service.evidence[kind].size > 0) || open.service.policy !== null);
}
