import { formatInstant } from '../domain/time/format-time.ts';
import { knownZone } from '../domain/time/time-unit.ts';
import type { FindingCode, ReportedFinding } from '../journal/finding.ts';
import { findingMessages } from './finding-messages.ts';
import { type Language, type MessageValues, say } from './messages.ts';

/**
 * Says what happened, what was kept and what to do, in the reader's language.
 *
 * Instants stand as in the notebook, so that verify.py says the same; with a zone they are those of its clock.
 */
export function wordFinding(found: ReportedFinding, language: Language, zone?: string): string {
  const message = Object.hasOwn(findingMessages, found.code)
    ? findingMessages[found.code as FindingCode]
    : undefined;
  if (message === undefined)
    return say(language, findingMessages.unknown, { code: found.code.slice(0, 64) });
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(found.values ?? {}))
    values[name] = typeof value === 'string' ? shortenId(value) : value;
  if (zone !== undefined && instantForm.test(String(values['at'])))
    values['at'] = formatInstant(Date.parse(String(values['at'])), {
      zone: knownZone(zone),
      locale: language,
      style: 'full',
    });
  if (found.feed !== undefined) values['feed'] = shortenId(found.feed);
  if (found.line !== undefined) values['line'] = found.line;
  return say(language, message, values satisfies MessageValues);
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

/** A feed or a hash as people see it: its first digits, enough to find it in the folder. */
function shortenId(text: string): string {
  if (/^k1-[0-9a-f]{32}$/.test(text)) return text.slice(0, 11);
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text;
}
