import type { AccountFields } from '../domain/account.ts';
import type { EntryContent } from '../domain/entry.ts';
import type { AssetFields } from '../domain/system.ts';
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
import {
  type IndicatorStep,
  planIndicators,
  registeredIndicators,
  type RegisteredIndicator,
} from './indicators.ts';
import { planAccounts, planSystems } from './plan-named.ts';
import type { AppendError, Writing } from './ports.ts';
import { type Registered, registeredStateful } from './systems.ts';

/** What stands on the registers that a case adds to. */
export type Registers = {
  readonly indicators: readonly RegisteredIndicator[];
  readonly systems: readonly Registered<AssetFields>[];
  readonly accounts: readonly Registered<AccountFields>[];
};

/** Registers on which nothing stands. */
export const emptyRegisters: Registers = { indicators: [], systems: [], accounts: [] };

/** The registers of a notebook. */
export function registersOf(
  state: Pick<NotebookState, 'indicators' | 'assets' | 'accounts'>,
): Registers {
  return {
    indicators: registeredIndicators(state.indicators.values()),
    systems: registeredStateful(state.assets.values()),
    accounts: registeredStateful(state.accounts.values()),
  };
}

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
  /** What stands on the registers already: it is completed, and nothing stands there twice. */
  readonly registers?: Registers | undefined;
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
  { evidence, registers = emptyRegisters, rest, isCancelled, onProgress }: RescueOptions = {},
): Promise<Result<RescueCounts, RescueError>> {
  const operations = rest?.operations ?? rescueOperations(rescued, newId, evidence, registers);
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

type StepCounts = Readonly<Record<IndicatorStep['kind'], number>>;

/** How a case differs from what stands on the registers. */
export type CaseDifference = {
  readonly indicators: StepCounts;
  readonly systems: StepCounts;
  readonly accounts: StepCounts;
  /** What stands already and would say more, with the fields that would be written. */
  readonly completed: readonly {
    readonly register: 'indicators' | 'systems' | 'accounts';
    readonly name: string;
    readonly fields: readonly string[];
  }[];
};

/** Holds a case against the registers. */
export function compareCase(rescued: RescuedCase, registers: Registers): CaseDifference {
  const steps = {
    indicators: planRescued(rescued.indicators, registers.indicators, () => []).map((step) => ({
      ...step,
      name: step.value,
    })),
    systems: planSystems(registers.systems, rescued.systems),
    accounts: planAccounts(registers.accounts, rescued.accounts),
  };
  const registerNames = ['indicators', 'systems', 'accounts'] as const;
  return {
    indicators: countSteps(steps.indicators),
    systems: countSteps(steps.systems),
    accounts: countSteps(steps.accounts),
    completed: registerNames.flatMap((register) =>
      steps[register]
        .filter(({ kind }) => kind === 'merged')
        .map(({ name, fields }) => ({ register, name, fields: Object.keys(fields) })),
    ),
  };
}

function countSteps(steps: readonly { readonly kind: IndicatorStep['kind'] }[]): StepCounts {
  const counts = { new: 0, merged: 0, known: 0 };
  for (const { kind } of steps) counts[kind] += 1;
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
  registers: Registers,
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
    ...planSystems(registers.systems, systems).flatMap(({ kind, id, fields }): Operation[] =>
      kind === 'known' ? [] : [{ t: 'asset.set', id: newId(), asset: id ?? newId(), fields }],
    ),
    ...planAccounts(registers.accounts, accounts).flatMap(({ kind, id, fields }): Operation[] =>
      kind === 'known' ? [] : [{ t: 'account.set', id: newId(), account: id ?? newId(), fields }],
    ),
    ...planRescued(indicators, registers.indicators, idOf).flatMap(
      ({ kind, id, fields }): Operation[] =>
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
