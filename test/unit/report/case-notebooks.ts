import { existsSync, readFileSync } from 'node:fs';
import type { EntryKind } from '#shared/domain/entry-kind.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry, setIncident } from '../../fixtures/test-operations.ts';
import { type SampleNotebook, sampleOf } from './sample-notebooks.ts';

type Fact = {
  readonly seq: number;
  readonly eventTime: string;
  readonly precision: string;
  readonly endTime?: string;
  readonly approx?: boolean;
  readonly actor: string;
  readonly fact: string;
};
type Case = {
  readonly title: string;
  readonly summary: string;
  readonly defaultTimezone: string;
  readonly facts: readonly Fact[];
};

const folder = new URL('../../../../shared/inputs/cases/', import.meta.url);

/** The published cases that the tests are judged by lie beside the project, not in it. */
export const hasOpenCases = existsSync(folder);

/** A published case as a notebook; `tags` are given to facts by their number. */
export function caseNotebook(
  name: string,
  tags: Readonly<Record<number, string>> = {},
): SampleNotebook {
  const {
    title,
    summary,
    defaultTimezone: zone,
    facts,
  } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Case;
  const device = createTestDevice(testId('case', name), 'desk', { by: 'Aoki' });
  device.append(setIncident({ title, summary, zone, tlp: 'CLEAR' }));
  for (const fact of facts) {
    const tag = tags[fact.seq];
    device.append({
      ...addEntry(fact.fact, {
        kind: kindOf(fact.actor),
        at: timeOf(fact, zone),
        tags: tag === undefined ? [] : [tag],
      }),
      id: testId('case', name, fact.seq),
    });
  }
  return sampleOf([device]);
}

function kindOf(actor: string): EntryKind {
  return actor === 'attacker' ? 'adversary' : actor === 'defender' ? 'response' : 'observation';
}

function timeOf({ eventTime, endTime, precision, approx }: Fact, zone: string) {
  const start = precision === 'minute' ? eventTime.replace(/:00(?=[+Z])/, '') : eventTime;
  const text = `${approx === true ? '~' : ''}${start}${endTime === undefined ? '' : `..${endTime}`}`;
  const read = parseTime(text, { nowMs: Date.parse('2026-01-10T00:00:00Z'), zone });
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`);
  return read.value;
}
