import type { Correspondence, DomainRecord, ListMembers } from '../core/evidence';
import type { Person } from '../core/draft';
import { fitting, listOf, type Reader, readWhole, section, yesOrNo } from '../core/reading';
import { described } from '../core/reading-schema';

const text = described(fitting<string>((value) => typeof value === 'string', 'a text'), () => ({ type: 'string' }));

export const membersReader: Reader<ListMembers> = section({
  members: listOf<Person>(section({ address: text, name: text }, 'ignored'), 'a list of people'),
  complete: yesOrNo,
}, 'ignored');

export const domainReader: Reader<DomainRecord> = section({ inUse: yesOrNo, resembles: listOf(text, 'a list of domains') }, 'ignored');

export const correspondenceReader: Reader<Correspondence> = section({ before: yesOrNo }, 'ignored');

/** Readers of what a source said; `undefined` for anything they do not understand. They never throw. */
export const readListMembers = reading(membersReader);
export const readDomainRecord = reading(domainReader);
export const readCorrespondence = reading(correspondenceReader);

function reading<T>(reader: Reader<T>): (value: unknown) => T | undefined {
  return (value) => {
    const result = readWhole(reader, value);
    return result.ok ? result.value : undefined;
  };
}
