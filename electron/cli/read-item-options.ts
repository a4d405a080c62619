import { parseOffset } from '#shared/domain/clock-reading.ts';
import {
  type EvidenceFields,
  evidenceTextFields,
  longestOf,
  writeBlockerStates,
} from '#shared/domain/evidence-fields.ts';
import { oldHashNames, type OldHashName } from '#shared/domain/evidence.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { custodyMessages } from '#shared/i18n/custody-messages.ts';
import { evidenceCliMessages as m } from '#shared/i18n/evidence-cli-messages.ts';
import { evidenceFieldMessages } from '#shared/i18n/evidence-field-messages.ts';
import { type CliContext, CliProblem, oneOf } from './command.ts';

/** `makeModel` is asked for as `--make-model`. */
function optionOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Options that say something of an item: the fields of the format, each in its own words. */
export const itemOptions: Readonly<Record<string, 'text'>> = Object.fromEntries(
  [...evidenceTextFields, 'type', 'acquiredAt', 'clock', 'writeBlocker', 'tlp'].map((field) => [
    optionOf(field),
    'text',
  ]),
);

type Given = Readonly<Record<string, unknown>>;

/** What the options say of an item; an empty text takes back what was said. */
export function readItemOptions(
  { deps }: Pick<CliContext, 'deps'>,
  given: Given,
  zone: string,
): EvidenceFields {
  const textOf = (field: string): string | undefined => {
    const value = given[optionOf(field)];
    return typeof value === 'string' ? value : undefined;
  };
  const texts = evidenceTextFields.flatMap((field) => {
    const value = textOf(field);
    if (value === undefined) return [];
    if (value.length > longestOf(field))
      throw new CliProblem(m.tooLong, { option: optionOf(field), limit: longestOf(field) });
    return [[field, value] as const];
  });
  const type = textOf('type');
  const tlp = textOf('tlp');
  const writeBlocker = textOf('writeBlocker');
  const clock = textOf('clock');
  const acquiredAt = textOf('acquiredAt');
  return {
    ...(Object.fromEntries(texts) as EvidenceFields),
    ...(type !== undefined && { type: type.slice(0, 64) }),
    ...(tlp !== undefined && {
      tlp: tlp === '' ? null : oneOf('--tlp', tlp.toUpperCase(), tlpLabels),
    }),
    ...(writeBlocker !== undefined && {
      writeBlocker:
        writeBlocker === '' ? null : oneOf('--write-blocker', writeBlocker, writeBlockerStates),
    }),
    ...(clock !== undefined && { clock: clock === '' ? null : readClock(clock) }),
    ...(acquiredAt !== undefined && {
      acquiredAt: acquiredAt === '' ? null : readTime(acquiredAt, deps.nowMs(), zone),
    }),
  };
}

function readClock(value: string): NonNullable<EvidenceFields['clock']> {
  const offset = parseOffset(value);
  if (offset === undefined) throw new CliProblem(evidenceFieldMessages.clockBad);
  return { aheadMs: 0 - offset, plusMinusMs: 0, how: '' };
}

function readTime(value: string, nowMs: number, zone: string) {
  const time = parseTime(value, { nowMs, zone });
  if (!time.ok) throw new CliProblem(custodyMessages.unreadTime, { value });
  return time.value;
}

/** `--hash md5,sha1`. */
export function readHashes(value: string | undefined): readonly OldHashName[] {
  const names = (value ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names
    .filter((name) => name !== '' && name !== 'sha256')
    .map((name) => oneOf('--hash', name.replace('sha-1', 'sha1'), oldHashNames));
}
