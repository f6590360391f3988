import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language } from '../core/rule';
import { readInstant } from '../wire/instant';
import { type CheckRequest, runCheck } from './check-run';
import { languageOf, leaveWith, ownStreams, type Streams } from './terminal';

const MORE_HELP = `
FILE is a message (.eml) or a draft (.json); - reads one message from standard input.
A draft is {from, to, cc, bcc, subject, body, attachments, purpose, composeType, label,
categories, openedWith}, with people as {address, name}; every part may be left out.
A meeting has attendees in required and optional instead of to, cc and bcc.
openedWith: who stood in the fields when a reply or forward was opened.

Without --policy the built-in defaults count and the sender's domain is the organisation.
Without --consents nothing is known of contacts, so what rests on consents, countries and
the domains of contacts is not checked. With it, whoever is not in the file is an unknown
contact. Who was written to before, and who is on a list, only the service can tell.

Exit status: 0 every message may be sent; 1 at least one would be stopped;
2 some input could not be read (the reason is on standard error, the rest is checked).`;

interface Flags {
  readonly policy?: string;
  readonly consents?: string;
  readonly language: Language;
  readonly format: 'text' | 'json';
  readonly now?: number;
}

/** `umsicht check message.eml`: what the add-in would say to these messages. */
export function checkCommand(streams: Streams = ownStreams(), end: (status: 0 | 1 | 2) => void = leaveWith): Command {
  return new Command('check')
    .description('checks messages and drafts as the add-in would when they are sent')
    .argument('<file...>', 'messages (.eml), drafts (.json), or - for standard input')
    .option('--policy <file>', 'policy of the organisation (JSON)')
    .option('--consents <file>', 'contacts with their consents, the CSV that "umsicht import" takes')
    .addOption(new Option('--language <language>', 'language of the report').choices(LANGUAGES).default(languageOf(streams.environment), "the system's"))
    .addOption(new Option('--format <format>', 'text, or one line of JSON per file').choices(['text', 'json']).default('text'))
    .option('--now <instant>', 'check as of this instant (ISO 8601), for runs that can be repeated', instant)
    .addHelpText('after', MORE_HELP)
    .action(async (files: string[], { policy, consents, language, format, now }: Flags) => {
      const request: CheckRequest = { files, policy: policy ?? null, consents: consents ?? null, language, format, now: now ?? Date.now() };
      end(await runCheck(request, streams));
    });
}

function instant(text: string): number {
  const read = readInstant(text, 'start');
  if (read === undefined) throw new InvalidArgumentError('It is a date such as 2026-05-31, or an instant such as 2026-05-31T14:30:00+02:00.');
  return Date.parse(read);
}
