import path from 'node:path';
import {
  type CaseDifference,
  compareCase,
  countRescued,
  type Registers,
  rescuedBefore,
  type RescueCounts,
} from '#shared/application/rescue-case.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import { formatMessages, rescueMessages } from '#shared/i18n/rescue-messages.ts';
import type {
  RescueChoices,
  RescuedCase,
  RescueQuestion,
} from '#shared/import/rescue/rescued-case.ts';
import { type ReadCase, readCase } from '../import/read-case.ts';
import type { WorkbookError } from '../import/read-workbook.ts';
import { takeCase } from '../import/take-case.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import { type CliContext, CliProblem, word } from './command.ts';
import { appendProblem, fileProblem } from './word-error.ts';

/** What a person says about case files before they are taken in. */
export type CaseAnswers = Pick<RescueChoices, 'list' | 'noise'> & {
  readonly zone: string | undefined;
  /** Whether a file that holds secrets becomes evidence all the same; undefined leaves it open. */
  readonly withOriginal: boolean | undefined;
};

/** A case file that was read, and nothing written yet. */
export type PlannedCase = {
  readonly file: string;
  readonly sha256: string;
  readonly rescued: RescuedCase;
  readonly questions: readonly RescueQuestion[];
  readonly withOriginal: boolean;
  readonly zone: string | undefined;
};

/** What became of a case file. */
export type CaseOutcome = PlannedCase & {
  readonly counts: RescueCounts;
  /** Item number of the file; null when it is not evidence. */
  readonly evidence: string | null;
  readonly isDryRun: boolean;
  /** How it differs from the registers; undefined when there is no notebook yet. */
  readonly against: CaseDifference | undefined;
};

/**
 * Reads a file as the case of another tool; undefined when it is none.
 *
 * @throws CliProblem for a case that only its password opens
 */
export async function planCase(
  context: CliContext,
  file: string,
  answers: CaseAnswers,
): Promise<PlannedCase | undefined> {
  const { zone, withOriginal, list, noise } = answers;
  const read = await readCase(file, { zone, list, noise, nowMs: context.deps.nowMs() });
  const name = path.basename(file);
  switch (read.kind) {
    case 'no-case':
      return undefined;
    case 'refused': {
      // Not a reason to lose it: whoever reads logs takes it as evidence.
      const why = describeWorkbookError(context, read.because);
      await context.io.error(
        `${word(context, rescueMessages.workbookRefused, { file: name, why })}\n`,
      );
      return undefined;
    }
    case 'encrypted': {
      const format = word(context, formatMessages[read.format]);
      throw new CliProblem(rescueMessages.encrypted, { file: name, format });
    }
    case 'nothing-to-take': {
      const format = word(context, formatMessages[read.format]);
      const { object } = read;
      throw new CliProblem(rescueMessages.nothingToTake, { file: name, format, object });
    }
    case 'found':
      return planOf(file, read, zone, withOriginal);
  }
}

function planOf(
  file: string,
  { rescued, sha256 }: Extract<ReadCase, { kind: 'found' }>,
  zone: string | undefined,
  withOriginal: boolean | undefined,
): PlannedCase {
  return {
    file,
    sha256,
    rescued,
    questions: rescued.questions,
    // What becomes evidence stays and travels: secrets only do when somebody says so.
    withOriginal: withOriginal ?? rescued.secrets.length === 0,
    zone,
  };
}

/** Refuses a case with an open question; nothing has been written then. */
export function refuseOpenQuestions({ file, questions }: PlannedCase): void {
  const name = path.basename(file);
  if (questions.includes('columns'))
    throw new CliProblem(rescueMessages.needColumn, { file: name });
  if (questions.includes('zone')) throw new CliProblem(importMessages.needZone, { file: name });
}

/** Refuses a case that the notebook holds already; nothing has been written then. */
export async function refuseRepeats(
  notebook: OpenNotebook,
  plans: readonly PlannedCase[],
): Promise<void> {
  if (plans.length === 0) return;
  const state = await readState(notebook);
  for (const { file, sha256, rescued } of plans) {
    const no = rescuedBefore(state, sha256, rescued.format);
    if (no !== undefined)
      throw new CliProblem(rescueMessages.alreadyRescued, { file: path.basename(file), no });
  }
}

/**
 * Takes a planned case in: its file as evidence first, then what it holds, citing the file.
 *
 * @throws CliProblem with how far it got
 */
export async function importCase(
  context: CliContext,
  notebook: OpenNotebook,
  plan: PlannedCase,
  note: string,
): Promise<CaseOutcome> {
  const taken = await takeCase(notebook, plan, { note });
  if (taken.ok) return { ...plan, ...taken.value, isDryRun: false };
  const { error } = taken;
  const file = path.basename(plan.file);
  if (error.kind === 'file-changed')
    throw new CliProblem(rescueMessages.fileChanged, { file, no: error.no });
  if (error.kind !== 'rescue-stopped') throw fileProblem(error, plan.file);
  const { because, written, of } = error;
  // Nothing on the command line cancels it.
  const problem = because.kind === 'cancelled' ? undefined : appendProblem(because);
  throw new CliProblem(rescueMessages.stopped, {
    file,
    written,
    of,
    because: problem === undefined ? '' : word(context, problem.text, problem.values),
  });
}

/** What a planned case would become. */
export function previewCase(plan: PlannedCase, registers: Registers | undefined): CaseOutcome {
  const { rescued } = plan;
  const against = registers === undefined ? undefined : compareCase(rescued, registers);
  return { ...plan, counts: countRescued(rescued), evidence: null, isDryRun: true, against };
}

function describeWorkbookError(context: CliContext, error: WorkbookError): string {
  return error.kind === 'broken-workbook'
    ? word(context, rescueMessages.whyBroken, { part: error.part })
    : word(context, rescueMessages.whyTooLarge);
}
