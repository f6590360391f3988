/** What no code of an add-in can help with, as the documentation ends. */
export const AROUND = `## Where nothing is checked

An add-in sees what Outlook shows it. These ways lead around every Smart Alerts add-in, so whoever needs a guarantee also needs a rule on the server (Exchange mail flow rule, data loss prevention).

| Way | What helps |
| --- | --- |
| Outlook on Android and iOS, the web on a phone | there is no send event; rules on the server |
| Outlook on the web started without a connection | the mailbox policy \`OnSendAddinsEnabled\` keeps such mail in Drafts; it counts for all add-ins |
| The web, reconnecting and “Undo send” ([#5107](https://github.com/OfficeDev/office-js/issues/5107)), and sends for which Outlook on the web raised no event ([#6769](https://github.com/OfficeDev/office-js/issues/6769)) | nothing on the client; reported, and open |
| Meetings sent from the calendar, forwarded meetings, answers to invitations with a note, on web and new Windows ([#1247](https://github.com/OfficeDev/office-js/issues/1247), [#3808](https://github.com/OfficeDev/office-js/issues/3808), [#3588](https://github.com/OfficeDev/office-js/issues/3588)) | rules on the server |
| “Send to” in the Explorer, “Attach a copy” in Office (Simple MAPI), classic Windows | the group policy “Running Outlook for Simple MAPI Mail Sending” |
| Mail merge ([#6506](https://github.com/OfficeDev/office-js/issues/6506), [#6810](https://github.com/OfficeDev/office-js/issues/6810)) | web and new Windows from August 2026; before that, nothing |
| A draft in a shared mailbox, as was reported ([#3654](https://github.com/OfficeDev/office-js/issues/3654)) | try it in your tenant |
| Group mailboxes, archives, public folders, .msg and .eml files opened from disk, mail with rights management that denies programs access, accounts that are not Microsoft’s, Outlook on Mac with the classic interface | no add-in runs there |
| Rules, other mail programs, Exchange Web Services, Microsoft Graph | rules on the server |

On a Mac the dialog was seen to close by itself and the mail to go ([#6478](https://github.com/OfficeDev/office-js/issues/6478)), and sending to hang after a restart ([#6442](https://github.com/OfficeDev/office-js/issues/6442)). With \`SoftBlock\` and a page that cannot be reached there is no way to send ([#6894](https://github.com/OfficeDev/office-js/issues/6894)); where most people use Macs, \`PromptUser\` is the safer choice. \`OnSendAddinsWaitForLoad\` (preference of \`com.microsoft.outlook\`) keeps Send disabled there until the add-ins have arrived.

An add-in that is deployed by the administrator runs on every Send. One that a user has installed does not, so that trying Umsicht out takes sideloading or a deployment to a few people.`;
