import type { Explanation, Language, LegalSource } from '../../core/rule';

/** Art. 5(1)(c) GDPR would stretch it: the harm is an answer that nobody gets. */
export const legal: readonly LegalSource[] = [];

export const explanation: { readonly [L in Language]: Explanation<Record<'exempt', unknown>> } = {
  de: {
    why: 'Hinter Adressen wie noreply@ oder mailer-daemon@ steht ein Programm. Was dorthin geht, liest meist niemand; manchmal kommt eine Fehlermeldung zurück, manchmal landet der Text in einem System, in das er nicht gehört. Oft ist die Adresse nur beim Antworten an alle stehen geblieben, und wer eine Antwort erwartet, wartet vergeblich. Kein Gesetz steht dem entgegen, doch Fristen und Anliegen gehen so verloren. Suchen Sie in der Nachricht nach der Adresse, unter der jemand antwortet, oder nach einem Formular.',
    options: { exempt: 'Werden doch gelesen (Adresse, Domain oder *.domain)' },
  },
  en: {
    why: 'Behind addresses such as noreply@ or mailer-daemon@ there is a program. What goes there is usually read by nobody; sometimes an error message comes back, sometimes the text ends up in a system where it does not belong. Often the address was only left over from replying to all, and whoever expects an answer waits in vain. No law is against it, but deadlines and requests get lost that way. Look in the message for the address where somebody answers, or for a form.',
    options: { exempt: 'Are read after all (address, domain or *.domain)' },
  },
};
