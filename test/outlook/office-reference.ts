import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/imports';

/*
 * Microsoft's reference of the Outlook API, as it stands in the comments of npm @types/office-js: which
 * Mailbox requirement set brought a member.
 */

interface Member {
  /** The lowest of its overloads; `null` where the comment names none. */
  readonly set: string | null;
  /** Name of the interface behind a property. */
  readonly type: string | null;
}

type Interfaces = ReadonlyMap<string, ReadonlyMap<string, Member>>;

let read: Interfaces | null = null;

export function reference(): Interfaces {
  read = read ?? parsed(readFileSync(join(root, 'node_modules', '@types', 'office-js', 'index.d.ts'), 'utf8'));
  return read;
}

export function setNumber(set: string): number {
  return Number(set.split('.')[1]);
}

function parsed(text: string): Interfaces {
  const interfaces = new Map<string, Map<string, Member>>();
  let members: Map<string, Member> | null = null;
  let comment = '';
  for (const line of text.split('\n')) {
    const heading = /^\s*(?:export\s+)?(?:interface|enum)\s+(\w+)/.exec(line);
    if (heading) {
      const name = heading[1] as string;
      members = interfaces.get(name) ?? new Map<string, Member>();
      interfaces.set(name, members);
    } else if (/^\s*\/\*\*/.test(line)) {
      comment = line;
    } else if (/^\s*\*/.test(line)) {
      comment += `\n${line}`;
    } else if (members) {
      const found = /^\s*(?:readonly\s+)?(\w+)\??\s*(?:[(<,=]|:\s*(?:Office\.)?(\w+)|$)/.exec(line);
      if (!found) continue;
      const [, name = '', type = null] = found;
      const set = /Api set: Mailbox (\d+\.\d+)|supported starting in [^|]*\| Mailbox requirement set (\d+\.\d+)/.exec(comment);
      const before = members.get(name);
      members.set(name, { set: lowest(before ? before.set : null, set ? (set[1] ?? set[2] ?? null) : null), type: before?.type ?? type });
      comment = '';
    }
  }
  return interfaces;
}

function lowest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return setNumber(one) <= setNumber(other) ? one : other;
}
