import type { IndicatorFields } from '../domain/indicator.ts';
import { indicatorKey } from '../indicators/indicator-key.ts';
import type { IndicatorType } from '../indicators/found-span.ts';
import type { KnownNoise } from '../indicators/noise.ts';
import type { AssetFields } from '../domain/system.ts';
import type { Operation } from '../journal/operation.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { longerNote } from './plan-named.ts';
import { saveOperation } from './save-operation.ts';

/** An indicator on the register, its fields as they stand. */
export type RegisteredIndicator = {
  readonly id: string;
  readonly type: IndicatorType;
  readonly value: string;
  readonly fields: IndicatorFields;
};

/** The indicators that stand, in the order in which they were first named. */
export function registeredIndicators(
  records: Iterable<FieldsRecord<IndicatorFields>>,
): readonly RegisteredIndicator[] {
  const standing: RegisteredIndicator[] = [];
  for (const { id, fields: registers } of records) {
    const fields = currentFields<IndicatorFields>(registers);
    const { type = 'other', value = '', removal } = fields;
    if (removal?.removed !== true) standing.push({ id, type, value, fields });
  }
  return standing;
}

/** What somebody wants on the register. */
export type ProposedIndicator = {
  readonly type: IndicatorType;
  readonly value: string;
  /** Everything else that is known of it; sources and places are added to what stands. */
  readonly fields?: Omit<IndicatorFields, 'type' | 'value' | 'removal'>;
};

/** What keeping an indicator means for the register. */
export type IndicatorStep = {
  readonly kind: 'new' | 'merged' | 'known';
  /** The one that stands; undefined for a new one. */
  readonly id: string | undefined;
  readonly type: IndicatorType;
  readonly value: string;
  /** Fields to write; empty for one that says nothing new. */
  readonly fields: IndicatorFields;
};

/**
 * What keeping these indicators would write: one step each, none twice.
 *
 * Nothing that stands is overwritten: sources, entries, systems and techniques are added, the first and last times
 * are widened, and a field is filled only where nobody wrote it.
 */
export function planIndicators(
  register: readonly RegisteredIndicator[],
  proposed: readonly ProposedIndicator[],
): readonly IndicatorStep[] {
  const steps = new Map<string, IndicatorStep>();
  const standing = new Map(
    register.map((one) => [indicatorKey(one.type, one.value), one] as const),
  );
  for (const { type, value, fields = {} } of proposed) {
    const key = indicatorKey(type, value);
    const before = standing.get(key);
    const step = steps.get(key);
    const wanted = step === undefined ? fields : { ...step.fields, ...added(step.fields, fields) };
    const written =
      before === undefined ? { type, value, ...wanted } : added(before.fields, wanted);
    const kind =
      before === undefined ? 'new' : Object.keys(written).length > 0 ? 'merged' : 'known';
    const { type: knownType = type, value: knownValue = value } = before ?? {};
    steps.set(key, { kind, id: before?.id, type: knownType, value: knownValue, fields: written });
  }
  return [...steps.values()];
}

/** Lists that grow, with the most that each holds. */
const lists = { stages: 50, techniques: 100, systems: 500, entries: 500 } as const;

/** What `fields` says that `standing` does not. */
function added(standing: IndicatorFields, fields: IndicatorFields): IndicatorFields {
  const news: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (standing[name as keyof IndicatorFields] === undefined && value !== undefined)
      news[name] = value;
  for (const [name, most] of Object.entries(lists) as [keyof typeof lists, number][]) {
    const before = standing[name] ?? [];
    const more = (fields[name] ?? []).filter((one) => !before.includes(one));
    if (more.length > 0) news[name] = [...before, ...more].slice(0, most);
    else delete news[name];
  }
  const { firstSeen, lastSeen, origin } = fields;
  if (isEarlier(firstSeen, standing.firstSeen)) news['firstSeen'] = firstSeen;
  if (isEarlier(standing.lastSeen, lastSeen)) news['lastSeen'] = lastSeen;
  const sources = (standing.origin ?? '').split('\n');
  if (origin !== undefined && standing.origin !== undefined && !sources.includes(origin))
    news['origin'] = `${standing.origin}\n${origin}`.trim().slice(0, 2_000);
  const note = longerNote(standing.note, fields.note);
  if (note !== undefined) news['note'] = note;
  return news;
}

function isEarlier(one: string | null | undefined, other: string | null | undefined): boolean {
  return (
    typeof one === 'string' && typeof other === 'string' && Date.parse(one) < Date.parse(other)
  );
}

/** Lines that share one sync. */
const atOnce = 256;

export type IndicatorsStopped = {
  readonly kind: 'stopped';
  readonly because: AppendError;
  /** What was written before: it stays. */
  readonly written: number;
};

/** Writes the steps of a plan that say something; a failure stops it. */
export async function keepIndicators(
  { journal, newId }: Writing,
  steps: readonly IndicatorStep[],
): Promise<Result<{ readonly added: number; readonly merged: number }, IndicatorsStopped>> {
  const operations = steps.flatMap(({ kind, id, fields }): Operation[] =>
    kind === 'known' ? [] : [{ t: 'indicator.set', id: newId(), indicator: id ?? newId(), fields }],
  );
  for (let at = 0; at < operations.length; at += atOnce) {
    const appended = await Promise.all(
      operations.slice(at, at + atOnce).map((operation) => journal.append(operation)),
    );
    const failed = appended.find((one) => !one.ok);
    if (failed?.ok === false)
      return err({
        kind: 'stopped',
        because: failed.error,
        written: at + appended.filter((one) => one.ok).length,
      });
  }
  const count = (kind: IndicatorStep['kind']) => steps.filter((step) => step.kind === kind).length;
  return ok({ added: count('new'), merged: count('merged') });
}

/** Writes fields of one indicator. */
export async function setIndicator(
  writing: Writing,
  indicator: string,
  fields: IndicatorFields,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'indicator.set', id: writing.newId(), indicator, fields });
}

/** What the notebook itself says is no indicator: its systems, and false positives. */
export function noiseOf(
  register: readonly RegisteredIndicator[],
  systems: Iterable<FieldsRecord<AssetFields>>,
): KnownNoise {
  const names: string[] = [];
  for (const { fields: registers } of systems) {
    const { name, aliases = [], adversary, removal } = currentFields<AssetFields>(registers);
    if (adversary !== true && removal?.removed !== true)
      names.push(...(name === undefined ? [] : [name]), ...aliases);
  }
  return {
    systems: names,
    allowed: register
      .filter(({ fields }) => fields.state === 'false-positive')
      .map(({ value }) => value),
  };
}
