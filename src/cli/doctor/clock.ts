import type { Answer } from './ask';
import { type Diagnosis, fault, notChecked, warning, well } from './check';

/** Seconds by which clocks may differ before tokens are refused. */
const MOST = 60;
const A_LOT = 10;

/** This machine's clock against what others say the time is. Their answers name whole seconds. */
export function checkClock(answers: readonly Answer[]): Diagnosis {
  const id = 'clock';
  const differences = answers.flatMap(({ headers, between: [from, to] }) => {
    const said = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(said)) return [];
    return [said + 1000 < from ? (said + 1000 - from) / 1000 : said > to ? (said - to) / 1000 : 0];
  });
  if (differences.length === 0) return notChecked(id, 'Nobody said what the time is.');
  const largest = differences.reduce((worst, each) => (Math.abs(each) > Math.abs(worst) ? each : worst), 0);
  const seconds = Math.round(Math.abs(largest));
  const says = `The clock of this machine is ${seconds} seconds ${largest > 0 ? 'behind' : 'ahead'}.`;
  const advice = 'Let it follow a time server (chrony, systemd-timesyncd, w32time).';
  if (seconds > MOST) return fault(id, `${says} Tokens are refused as too old or too new.`, advice);
  if (seconds > A_LOT) return warning(id, says, advice);
  return well(id, 'The clock of this machine is right.');
}
