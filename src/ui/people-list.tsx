import { type ReactElement, useId, useState } from 'react';
import type { FindingCard } from '../presentation/pane-view';
import { styles } from './styles';
import type { PaneText } from './text';
import { visibleAddress, visibleName } from './visible-text';

/** Shown before somebody asks for the others. */
const SHOWN = 5;
/** One or two more are shown at once rather than hidden behind a button. */
const SPARED = 2;

type People = FindingCard['people'];

export function PeopleList({ people, text }: { readonly people: People; readonly text: PaneText }): ReactElement | null {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (people.length === 0) return null;
  const long = people.length > SHOWN + SPARED;
  const shown = long && !open ? people.slice(0, SHOWN) : people;
  const scrolls = long && open;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reachable by keyboard, or nobody without a mouse sees its end */}
      <ul id={id} className={scrolls ? `${styles.people} ${styles.peopleLong}` : styles.people} aria-label={text.concerned(people.length)} tabIndex={scrolls ? 0 : undefined}>
        {shown.map((person, index) => (
          <li key={`${index}:${person.address}`} className={styles.person}>
            <PersonLines name={person.name} address={person.address} text={text} />
            <span className={styles.field}>{person.field}</span>
          </li>
        ))}
      </ul>
      {long ? (
        <button type="button" className={styles.plain} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? text.fewer : text.more(people.length - SHOWN)}
        </button>
      ) : null}
    </>
  );
}

/** Foreign text is kept apart, so that its reading direction cannot spill over. */
/** A person as the pane shows one: the name, and the address below it. */
export function PersonLines({ name, address, text }: { readonly name: string; readonly address: string; readonly text: PaneText }): ReactElement {
  const shownAddress = visibleAddress(address);
  const shownName = visibleName(name);
  const whole = shownAddress === '' ? text.noAddress : <bdi dir="ltr">{shownAddress}</bdi>;
  if (shownName === '' || shownName.toLowerCase() === shownAddress.toLowerCase()) {
    return <span className={styles.who}><span className={styles.personAlone}>{whole}</span></span>;
  }
  return (
    <span className={styles.who}>
      <span className={styles.personName} title={shownName.length > 60 ? shownName : undefined}><bdi>{shownName}</bdi></span>
      <span className={styles.personAddress}>{whole}</span>
    </span>
  );
}

/** The first names for a button's spoken name, and how many it leaves out. */
export function spokenPeople(people: People): { readonly names: readonly string[]; readonly others: number } {
  const distinct = Array.from(new Set(people.map(({ name, address }) => visibleName(name) || visibleAddress(address)).filter((name) => name !== '')));
  const names = distinct.slice(0, 3);
  return { names, others: distinct.length - names.length };
}
