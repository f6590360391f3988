import type { RoleNames } from '../configuration/identity';

/** `sender`: the add-in of anybody who writes mail; `administrator` and `auditor` see what they need for that, and neither is the other. */
export const ROLES = ['sender', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** The roles of somebody with these app roles and groups. */
export function rolesOf(names: readonly string[], { senders, administrators, auditors }: RoleNames): ReadonlySet<Role> {
  const own = new Set(names.map((name) => name.toLowerCase()));
  const has = (wanted: readonly string[]): boolean => wanted.some((name) => own.has(name.toLowerCase()));
  const roles = new Set<Role>();
  if (senders.length === 0 || has(senders)) roles.add('sender');
  if (has(administrators)) roles.add('administrator');
  if (has(auditors)) roles.add('auditor');
  return roles;
}
