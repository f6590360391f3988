import { Checkbox } from '@fluentui/react/lib/Checkbox';
import { TextField } from '@fluentui/react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { SecondThoughtsView } from '../presentation/second-thoughts-view';
import { ActionButton } from './buttons';
import { PersonLines } from './people-list';
import { styles } from './styles';
import type { PaneText } from './text';
import { visibleName } from './visible-text';

interface Props {
  readonly asked: SecondThoughtsView;
  readonly text: PaneText;
  readonly working: boolean;
  readonly waiting: boolean;
  readonly onAcknowledge: (reason: string) => void;
}

/** Sending all the same: the people to be ticked, the reason to be given, and the button that is ready when both are there. */
export function SecondThoughts({ asked, text, working, waiting, onAcknowledge }: Props): ReactElement {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const open = asked.ticks.filter(({ key }) => !ticked.includes(key)).length;
  const isReady = open === 0 && (asked.reason !== 'required' || reason.trim() !== '');
  const tick = (key: string, on: boolean) => setTicked(on ? [...ticked, key] : ticked.filter((one) => one !== key));
  return (
    <section className={styles.acknowledge} aria-label={text.acknowledge}>
      {asked.ticks.length === 0 ? null : (
        <fieldset className={styles.ticks}>
          <legend className={styles.ticksLegend}>{text.tickEach(asked.ticks.length)}</legend>
          {asked.ticks.map(({ key, of }) => (
            <Checkbox
              key={key}
              ariaLabel={visibleName(typeof of === 'string' ? of : `${of.name} ${of.address}`.trim())}
              onRenderLabel={() => <span className={styles.tick}>{typeof of === 'string' ? of : <PersonLines name={of.name} address={of.address} text={text} />}</span>}
              checked={ticked.includes(key)}
              disabled={waiting}
              onChange={(_, on) => tick(key, on === true)}
              styles={{ label: { alignItems: 'flex-start' } }}
            />
          ))}
          {asked.checkAll && asked.ticks.length > 1 ? (
            <Checkbox label={text.tickAll} checked={open === 0} indeterminate={open > 0 && open < asked.ticks.length} disabled={waiting} onChange={(_, on) => setTicked(on ? asked.ticks.map(({ key }) => key) : [])} />
          ) : null}
        </fieldset>
      )}
      {asked.reason === 'none' ? null : (
        <TextField
          label={asked.reason === 'required' ? text.reasonRequired : text.reasonOptional}
          required={asked.reason === 'required'}
          multiline
          autoAdjustHeight
          resizable={false}
          rows={2}
          maxLength={asked.longestReason}
          value={reason}
          disabled={waiting}
          onChange={(_, value) => setReason(value || '')}
        />
      )}
      <ActionButton wide label={text.acknowledge} working={working && text.working} waiting={waiting || !isReady} onPress={() => onAcknowledge(reason)} />
      <p className={styles.hint}>{isReady ? asked.delayNote || text.acknowledgeHint : open > 0 ? text.ticksOpen(open) : text.reasonOpen}</p>
    </section>
  );
}
