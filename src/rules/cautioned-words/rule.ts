import { choice, flag, records, texts } from '../../core/option';
import { defineRule, type Report, type Severity } from '../../core/rule';
import { type EndingsOf, type ReadText, readText, wordsFound } from '../listed-words';
import { reasonFields, statedReason } from '../stated-reason';
import { explanation, legal } from './explanation';
import { type Messages, type Place, text } from './text';

type Where = 'everywhere' | 'subject' | 'body' | 'attachments' | 'subjectAndBody';

export const options = {
  /** Words that call for a second look, each list with its own reason, places and weight. */
  lists: records({
    words: texts({ unit: 'words' }),
    /** Phrases in which the words do not count. */
    except: texts({ unit: 'words' }),
    in: choice<Where>({ default: 'everywhere', values: ['everywhere', 'subject', 'body', 'attachments', 'subjectAndBody'] }),
    /** Whose endings the words may have in the text. */
    language: choice<EndingsOf>({ default: 'any', values: ['any', 'de', 'en', 'none'] }),
    severity: choice<'asRule' | Severity>({ default: 'asRule', values: ['asRule', 'notice', 'warning', 'critical'] }),
    ...reasonFields,
  }, ['words']),
  onlyOutside: flag({ default: true }),
  /** Whether earlier messages, quoted below, count as text. */
  quotedText: flag({ default: false }),
};

/**
 * Words on the administrator's lists, in the subject, in what the sender wrote and in the names of
 * attachments. The signature never counts: a notice of confidentiality stands under every mail.
 */
export const cautionedWords = defineRule({
  id: 'cautioned-words',
  topic: 'content',
  severity: 'warning',
  legal,
  reads: ['recipients', 'subject', 'body', 'attachments'],
  needs: [],
  options,
  text,
  explanation,

  isIdle: ({ lists }) => lists.length === 0,

  check({ draft, participants, writing, options: { lists, onlyOutside, quotedText } }) {
    if (onlyOutside && participants.every(({ standing }) => standing === 'internal')) return 'notApplicable';

    const texts: { readonly [P in Place]: string } = {
      subject: draft.subject,
      body: writing.own,
      quoted: quotedText ? writing.quoted : '',
      // Names end where the next one begins, so that no phrase is found across two.
      attachments: draft.attachments.map(({ name }) => name).join(' 0 '),
    };
    const read: { [P in Place]?: ReadText } = {};
    // A long body is taken apart once, and only where a list asks for it.
    const textIn = (place: Place): ReadText => read[place] || (read[place] = readText(texts[place]));
    const reports: Report<Messages>[] = [];
    for (const list of lists) {
      const places: Place[] = [];
      const words: string[] = [];
      for (const place of PLACES[list.in]) {
        const found = wordsFound(textIn(place), list.words, list.except, list.language);
        if (found.length === 0) continue;
        places.push(place);
        for (const word of found) if (words.indexOf(word) < 0) words.push(word);
      }
      if (places.length === 0) continue;
      const weight: { readonly atMost?: Severity; readonly atLeast?: Severity } = list.severity === 'asRule' ? {} : { atMost: list.severity, atLeast: list.severity };
      reports.push({ message: 'wordsFound', data: { words, places, ...statedReason(list) }, ...weight });
    }
    return reports;
  },
});

const PLACES: { readonly [W in Where]: readonly Place[] } = {
  everywhere: ['subject', 'body', 'quoted', 'attachments'],
  subject: ['subject'],
  body: ['body', 'quoted'],
  attachments: ['attachments'],
  subjectAndBody: ['subject', 'body', 'quoted'],
};
