import { Command, InvalidArgumentError, Option } from 'commander';
import { originIn, webPageIn } from '../configuration/hosts';
import { SEND_MODES } from '../manifest/launch-events';
import { LONGEST_NAME, MOST_REVISIONS, nameIn, USUAL_CHOICES } from '../manifest/umsicht';
import { OFFICE_CLOUD_NAMES } from '../reference/office-clouds';
import { checkManifests, type CheckFlags } from './manifest-check';
import { makeManifest, type MakeFlags } from './manifest-make';
import { leaveWith, ownStreams, type Streams } from './terminal';

const MAKE_HELP = `
Makes the manifest of Umsicht for the origin the service is reached at. The id depends on the origin
alone, so the manifest of a host can be made again anywhere. Where FILE is there already and
something changes, its version rises; administrators then have to upload it and agree to it.
  umsicht manifest --origin https://guard.example --send-mode SoftBlock --out umsicht.xml
  umsicht manifest --origin https://guard.example --unified --out umsicht.zip
docs/deployment.md says what the send modes mean and how to upload.

Exit status: 0 made, or nothing was to be changed; 2 it could not be made.`;

const CHECK_HELP = `
FILE is the XML manifest of an Outlook add-in, anybody's, or a unified manifest (JSON), or the
package of one (ZIP); - reads from standard input. Nothing is asked of other machines, and the
script is read, not run. docs/manifest-checks.md lists everything that is looked at.

Exit status: 0 no errors, whatever is recommended; 1 at least one error; 2 a file could not be read.`;

/** `umsicht manifest …`: makes the add-in's manifest, and checks anybody's. */
export function manifestCommand(streams: Streams = ownStreams(), end: (status: 0 | 1 | 2) => void = leaveWith): Command {
  return new Command('manifest')
    .description("makes the add-in's manifest, and checks anybody's")
    .option('--origin <url>', 'where the service is reached, such as https://guard.example; needed', originOf)
    .addOption(new Option('--send-mode <mode>', 'what Outlook does where the add-in stops a send, or cannot be asked').choices(SEND_MODES).default(USUAL_CHOICES.sendMode))
    .option('--unified', 'the unified manifest (JSON, or with --out FILE.zip its package), for the web and Windows only')
    .option('--out <file>', 'where to write it; standard output without it')
    .addOption(new Option('--cloud <cloud>', 'cloud of Microsoft 365').choices(OFFICE_CLOUD_NAMES).default('standard'))
    .option('--name <name>', 'what it is called in Outlook, such as "Umsicht (Test)"', nameOf, USUAL_CHOICES.name)
    .option('--support-url <url>', "page for people who need help (the service's own)", pageOf)
    .option('--privacy-url <url>', "page on privacy, which only a unified manifest names (the service's own)", pageOf)
    .option('--terms-url <url>', "page on terms of use, likewise (the service's own)", pageOf)
    .option('--no-mobile', 'without the part for Outlook on Android and iOS')
    .addOption(new Option('--revision <number>', 'how often your own choices have changed (counted from FILE)').argParser(revisionOf))
    .allowExcessArguments(false)
    .addHelpText('after', MAKE_HELP)
    .action(async (flags: MakeFlags) => end(await makeManifest(flags, streams)))
    .addCommand(new Command('check')
      .description('says what is wrong with manifests of Outlook add-ins, and what would be better')
      .argument('<file...>', 'manifests (XML, JSON, ZIP), or - for standard input')
      .option('--bundle <file>', 'script of the events: does it associate every function, and can classic Outlook run it?')
      .option('--icons <folder>', 'folder with the pictures: have they the sizes the manifest says?')
      .option('--marketplace', "also what Microsoft's Marketplace demands")
      .option('--errors-only', 'without recommendations')
      .addOption(new Option('--format <format>', 'how to say it').choices(['text', 'json']).default('text'))
      .addHelpText('after', CHECK_HELP)
      .action(async (files: string[], flags: CheckFlags) => end(await checkManifests(files, flags, streams))));
}

function originOf(text: string): string {
  const origin = originIn(text);
  if (origin === undefined || !origin.startsWith('https://')) throw new InvalidArgumentError('It is an origin such as https://guard.example, without a path; Outlook loads add-ins by https alone.');
  return origin;
}

function pageOf(text: string): string {
  const page = webPageIn(text);
  if (page === undefined) throw new InvalidArgumentError('It is an address such as https://intranet.firm.example/umsicht.');
  return page;
}

function nameOf(text: string): string {
  const name = nameIn(text);
  if (name === undefined) throw new InvalidArgumentError(`It has 1 to ${LONGEST_NAME} characters, none of them a control character.`);
  return name;
}

function revisionOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > MOST_REVISIONS) throw new InvalidArgumentError(`It is a whole number from 0 to ${MOST_REVISIONS}.`);
  return Number(text);
}
