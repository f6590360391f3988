import type { Reader } from '../core/reading';
import { described } from '../core/reading-schema';
import { readReportRange, reportSchema } from '../store/record-reports';
import { RECORDS_PATH, RECORDS_REPORT_PATH } from '../wire/record';
import { recordsReader } from '../wire/record-request';
import { type AnyApiRoute, apiRoute } from './api-route';
import type { DecisionRecords } from './decision-records';

/**
 * What add-ins tell of decisions, and what may be told of them together. `isOpen`: records are taken from whoever brings them, and then
 * never say who sent. `now` in milliseconds since 1970, UTC.
 */
export function recordRoutes(records: DecisionRecords, isOpen: boolean, now: () => number): readonly AnyApiRoute[] {
  return [
    apiRoute({
      method: 'POST',
      path: RECORDS_PATH,
      id: 'noteDecisions',
      role: 'sender',
      orNobody: isOpen,
      summary: 'Takes down what was decided, as far as the policy wants it. A record counts once however often it is sent.',
      body: recordsReader(),
      answers: { 204: { description: 'They are taken down, or passed over.' } },
      async handle({ body, request, reply }) {
        await records.take(body.records, request.asker !== null);
        return reply.code(204).send();
      },
    }),
    apiRoute({
      method: 'GET',
      path: RECORDS_REPORT_PATH,
      id: 'readRecordReport',
      role: 'auditor',
      summary: 'What was decided in weeks that are over, in numbers without names; small ones are withheld.',
      query: rangeReader(now),
      answers: { 200: { description: 'The weeks in which there were records, the oldest first.', schema: reportSchema() } },
      async handle({ query: { from, to } }) {
        return { from, to, weeks: await records.report(from, to) };
      },
    }),
  ];
}

function rangeReader(now: () => number): Reader<{ readonly from: string; readonly to: string }> {
  const week = { type: 'string', pattern: '^\\d{4}-W\\d{2}$' };
  return described((value, _, problems) => {
    const range = readReportRange(value as { readonly [name: string]: unknown }, now());
    if (range.ok) return range;
    problems.push(...range.problems);
    return { from: '', to: '' };
  }, () => ({ type: 'object', properties: { from: week, to: week }, additionalProperties: false }));
}
