import { createServiceClient } from '../client/service-client';
import { moveToBcc } from '../guard/change-recipients';
import { retractFindings } from '../guard/draft-bar';
import type { GuardParts } from '../guard/parts';
import { keptPolicy } from '../guard/policy-memory';
import { runtimeClock } from '../outlook/clock';
import { finishOnce } from '../outlook/finish-once';
import { openMailbox } from '../outlook/mailbox';
import { notificationBar, notify } from '../outlook/notifications';
import { officeCalls } from '../outlook/office-calls';
import { changeNotification } from '../presentation/conversion-words';
import { exactWorld } from '../reference/world-exact';
import { rules } from '../rules';
import { pageSignIn } from '../sign-in/page-sign-in';
import type { SignIn } from '../sign-in/sign-in';

/*
 * What the buttons in the ribbon and in the Smart Alert do without opening the pane.
 */

interface CommandEvent {
  completed(): void;
}

/** A function command may take five minutes; nobody waits that long for people to move. */
const DEADLINE = 60000;

/** One for all buttons: it remembers the token. */
let signIn: SignIn | null = null;

function onMoveToBcc(event: CommandEvent): void {
  const clock = runtimeClock();
  const finish = finishOnce(event, clock, DEADLINE);
  try {
    signIn ??= pageSignIn((url, init) => fetch(url, init), clock);
    const calls = officeCalls({ clock });
    const mailbox = openMailbox(calls);
    const bar = notificationBar(calls);
    const service = createServiceClient({ origin: location.origin, fetch: signIn.fetch, clock, rules, keep: keptPolicy(mailbox.session) });
    const parts: GuardParts = { mailbox, evidence: service, policies: service, clock, rules, world: exactWorld };
    moveToBcc(parts)
      .then(async (conversion) => {
        if (conversion.done) await retractFindings(bar, mailbox.session);
        await notify(bar, changeNotification('moveToBcc', conversion, mailbox.language));
      })
      .then(finish, finish);
  } catch {
    finish();
  }
}

Office.actions.associate('moveToBcc', onMoveToBcc);
void Office.onReady();
