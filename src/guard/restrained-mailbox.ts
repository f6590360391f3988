import { type Mailbox, MailboxFailure } from '../core/ports';

/** The mailbox as long as its recipients may be changed: after that it refuses, and so does what would put them back. */
export function restrained(mailbox: Mailbox, mayChange: () => Promise<boolean>): Mailbox {
  async function requireLeave(): Promise<void> {
    if (!(await mayChange())) throw new MailboxFailure('recipients', { message: 'the draft is to be left alone' });
  }
  return {
    ...mailbox,
    async addRecipients(field, people) {
      await requireLeave();
      await mailbox.addRecipients(field, people);
    },
    async setRecipients(field, people) {
      await requireLeave();
      await mailbox.setRecipients(field, people);
    },
  };
}
