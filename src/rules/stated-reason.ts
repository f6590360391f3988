import { text } from '../core/option';
import type { Language } from '../core/rule';

/** Fields of a list that says why it is there; the language's own words come before those for all. */
export const reasonFields = { reason: text(), reasonDe: text(), reasonEn: text() };

/** The reason of a list as it goes into the data of a finding. */
export type StatedReason = { reasonDe: string; reasonEn: string };

export function statedReason({ reason, reasonDe, reasonEn }: { readonly reason: string; readonly reasonDe: string; readonly reasonEn: string }): StatedReason {
  return { reasonDe: (reasonDe || reason).trim(), reasonEn: (reasonEn || reason).trim() };
}

/** What a dialog has room for, sentence and reason together. */
const LONGEST = 220;
const INTRODUCTION: { readonly [L in Language]: string } = { de: ' Hinweis Ihrer Organisation: ', en: ' Your organisation’s note: ' };

/** A sentence, and behind it the administrator's own words as far as there is room for them. */
export function withReason(sentence: string, { reasonDe, reasonEn }: StatedReason, language: Language): string {
  const reason = (language === 'de' ? reasonDe : reasonEn).trim().replace(/[\s.…]+$/, '');
  const room = LONGEST - sentence.length - INTRODUCTION[language].length - 1;
  return reason === '' || room < 20 ? sentence : `${sentence}${INTRODUCTION[language]}${cut(reason.replace(/\s+/g, ' '), room)}`;
}

/** Whole words, as far as there is room, ended by a full stop or by three. */
function cut(text: string, room: number): string {
  if (text.length <= room) return `${text}.`;
  const part = text.slice(0, room - 2);
  const space = part.lastIndexOf(' ');
  return `${space > 0 ? part.slice(0, space) : part.replace(/[\ud800-\udbff]$/, '')}...`;
}
