import type { EntryContent } from '../domain/entry.ts';
import type {
  AccountedRow,
  RescuedCase,
  RescuedEntry,
  RescueFormat,
  RowOutcome,
} from '../import/rescue/rescued-case.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { Operation } from '../journal/operation.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { citeTechnique } from './entries.ts';
import { type IndicatorStep, planIndicators, type RegisteredIndicator } from './indicators.ts';
import type { AppendError, Writing } from './ports.ts';

/** How much of a case is in the notebook. */
export type RescueCounts = {
  readonly entries: number;
  readonly systems: number;
  readonly accounts: number;
  readonly indicators: number;
  readonly actions: number;
};

export type RescueError = {
  readonly kind: 'rescue-stopped';
  readonly because: AppendError | { readonly kind: 'cancelled' };
  /** What was written before: it stays. */
  readonly written: number;
  readonly of: number;
  readonly rest: RescueRest;
};

/** What an attempt that stopped has left to write, of so many lines. */
export type RescueRest = { readonly operations: readonly Operation[]; readonly of: number };

export type RescueOptions = {
  /** The evidence item of the case file; without it nothing is cited. */
  readonly evidence?: string | undefined;
  /** Asked between bunches of lines. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** What stands on the register already: it is completed, and nothing stands there twice. */
  readonly register?: readonly RegisteredIndicator[] | undefined;
  /** Goes on where an attempt before has stopped: nothing is written twice. */
  readonly rest?: RescueRest | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/** Lines that share one sync: a hundred thousand rows would take an hour one by one. */
const atOnce = 256;

/**
 * Writes a rescued case: entries, systems, accounts, indicators, actions, in the order of the file.
 *
 * All questions of the case have to be answered before. A failure or a wish stops it; what was written stays.
 */
export async function writeRescuedCase(
  { journal, newId }: Writing,
  rescued: RescuedCase,
  { evidence, register = [], rest, isCancelled, onProgress }: RescueOptions = {},
): Promise<Result<RescueCounts, RescueError>> {
  const operations = rest?.operations ?? rescueOperations(rescued, newId, evidence, register);
  const of = rest?.of ?? operations.length;
  const stopped = (because: RescueError['because'], left: readonly Operation[]) =>
    err({
      kind: 'rescue-stopped' as const,
      because,
      written: of - left.length,
      of,
      rest: { operations: left, of },
    });
  for (let at = 0; at < operations.length; at += atOnce) {
    if (isCancelled?.() === true) return stopped({ kind: 'cancelled' }, operations.slice(at));
    const now = operations.slice(at, at + atOnce);
    const appended = await Promise.all(now.map((operation) => journal.append(operation)));
    const failed = appended.find((one) => !one.ok);
    if (failed?.ok === false) {
      const notWritten = now.filter((_operation, place) => appended[place]?.ok !== true);
      return stopped(failed.error, [...notWritten, ...operations.slice(at + atOnce)]);
    }
    onProgress?.(of - Math.max(0, operations.length - at - atOnce), of);
  }
  return ok(countRescued(rescued));
}

/** How much of a case will be in the notebook. */
export function countRescued(rescued: RescuedCase): RescueCounts {
  return {
    entries: rescued.entries.length,
    systems: rescued.systems.length,
    accounts: rescued.accounts.length,
    indicators: rescued.indicators.length,
    actions: rescued.actions.length,
  };
}

/** How the indicators of a case differ from the register. */
export function compareIndicators(
  { indicators }: RescuedCase,
  register: readonly RegisteredIndicator[],
): Readonly<Record<IndicatorStep['kind'], number>> {
  const counts = { new: 0, merged: 0, known: 0 };
  for (const { kind } of planRescued(indicators, register, () => [])) counts[kind] += 1;
  return counts;
}

function planRescued(
  indicators: RescuedCase['indicators'],
  register: readonly RegisteredIndicator[],
  idOf: (at: number) => readonly string[],
): readonly IndicatorStep[] {
  return planIndicators(
    register,
    indicators.map(({ fields: { type = 'other', value = '', ...fields }, entries }) => {
      const cited = entries.flatMap(idOf);
      return { type, value, fields: cited.length === 0 ? fields : { ...fields, entries: cited } };
    }),
  );
}

function rescueOperations(
  { entries, systems, accounts, indicators, actions }: RescuedCase,
  newId: () => string,
  evidence: string | undefined,
  register: readonly RegisteredIndicator[],
): readonly Operation[] {
  const ids = entries.map(() => newId());
  const idOf = (at: number): readonly string[] => {
    const id = ids[at];
    return id === undefined ? [] : [id];
  };
  return [
    ...entries.map((entry, at): Operation => {
      const [id = newId()] = idOf(at);
      return { t: 'entry.add', id, ...contentOf(entry, evidence) };
    }),
    ...systems.map((fields): Operation => ({
      t: 'asset.set',
      id: newId(),
      asset: newId(),
      fields,
    })),
    ...accounts.map((fields): Operation => ({
      t: 'account.set',
      id: newId(),
      account: newId(),
      fields,
    })),
    ...planRescued(indicators, register, idOf).flatMap(({ kind, id, fields }): Operation[] =>
      kind === 'known'
        ? []
        : [{ t: 'indicator.set', id: newId(), indicator: id ?? newId(), fields }],
    ),
    ...actions.map((fields): Operation => ({
      t: 'action.set',
      id: newId(),
      action: newId(),
      fields,
    })),
  ];
}

function contentOf(entry: RescuedEntry, evidence: string | undefined): EntryContent {
  const { accounts } = entry;
  return {
    text: entry.text,
    kind: entry.kind,
    at: entry.at,
    stages: [...entry.stages],
    techniques: entry.techniques.map(citeTechnique),
    hosts: [...entry.hosts],
    tags: [...entry.tags],
    evidence: evidence === undefined ? [] : [evidence],
    starred: entry.starred,
    ...(accounts.length > 0 && { accounts: [...accounts] }),
  };
}

/** The number of the evidence item that a case was taken in with before; undefined when it was not. */
export function rescuedBefore(
  state: Pick<NotebookState, 'evidence' | 'entries'>,
  sha256: string,
  format: RescueFormat,
): string | undefined {
  const same = [...state.evidence.values()].find(({ item }) => item?.sha256 === sha256);
  if (same === undefined) return undefined;
  const isCited = [...state.entries.values()].some(({ versions }) =>
    versions.some(
      ({ content }) => content.evidence.includes(same.id) && content.tags.includes(format),
    ),
  );
  return isCited ? same.item?.no : undefined;
}

/** The rows themselves; what is accounted for beside them are fields and lists as a whole. */
export function ownRows({ rows }: RescuedCase): readonly AccountedRow[] {
  return rows.filter(({ row }) => row > 0);
}

/** How often each outcome was; together they are all rows. */
export function countOutcomes(rows: readonly AccountedRow[]): Readonly<Record<RowOutcome, number>> {
  const counts = { taken: 0, changed: 0, guessed: 0, left: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
