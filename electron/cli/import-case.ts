import path from 'node:path';
import { type RegisteredIndicator, registeredIndicators } from '#shared/application/indicators.ts';
import {
  compareIndicators,
  countRescued,
  type RescueCounts,
  writeRescuedCase,
} from '#shared/application/rescue-case.ts';
import type { Writing } from '#shared/application/ports.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import { formatMessages, rescueMessages } from '#shared/i18n/rescue-messages.ts';
import type { AccountedRow, RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import { openCaseFile } from '../import/open-case-file.ts';
import type { WorkbookError } from '../import/read-workbook.ts';
import { addFile } from '../notebook/add-evidence.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import { type CliContext, CliProblem, word } from './command.ts';
import { appendProblem, fileProblem } from './word-error.ts';

/** What a person says about case files before they are taken in. */
export type CaseAnswers = {
  readonly zone: string | undefined;
  /** Whether a file that holds secrets becomes evidence all the same; undefined leaves it open. */
  readonly withOriginal: boolean | undefined;
};

/** Questions that are still open, by the options that answer them. */
export type CaseQuestion = 'zone';

/** A case file that was read, and nothing written yet. */
export type PlannedCase = {
  readonly file: string;
  readonly sha256: string;
  readonly rescued: RescuedCase;
  readonly questions: readonly CaseQuestion[];
  readonly withOriginal: boolean;
  readonly zone: string | undefined;
};

/** What became of a case file. */
export type CaseOutcome = PlannedCase & {
  readonly counts: RescueCounts;
  /** Item number of the file; null when it is not evidence. */
  readonly evidence: string | null;
  readonly isDryRun: boolean;
  /** How its indicators differ from the register; undefined when there is no notebook yet. */
  readonly against: ReturnType<typeof compareIndicators> | undefined;
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
  const opened = await openCaseFile(file);
  if (opened.kind === 'no-case') return undefined;
  const name = path.basename(file);
  if (opened.kind === 'refused') {
    // Not a reason to lose it: whoever reads logs takes it as evidence.
    const why = describeWorkbookError(context, opened.because);
    await context.io.error(
      `${word(context, rescueMessages.workbookRefused, { file: name, why })}\n`,
    );
    return undefined;
  }
  const { detected, sha256 } = opened;
  if (detected.kind === 'encrypted') {
    const format = word(context, formatMessages[detected.format]);
    throw new CliProblem(rescueMessages.encrypted, { file: name, format });
  }
  if (detected.kind === 'refused') {
    const format = word(context, formatMessages[detected.format]);
    const { object } = detected;
    throw new CliProblem(rescueMessages.nothingToTake, { file: name, format, object });
  }
  const { zone, withOriginal } = answers;
  const rescued = detected.read({ zone });
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
    const same = [...state.evidence].find(([, { item }]) => item?.sha256 === sha256);
    if (same === undefined) continue;
    const [id, { item }] = same;
    const isCited = [...state.entries.values()].some(({ versions }) =>
      versions.some(
        ({ content }) => content.evidence.includes(id) && content.tags.includes(rescued.format),
      ),
    );
    if (isCited)
      throw new CliProblem(rescueMessages.alreadyRescued, {
        file: path.basename(file),
        no: item?.no ?? '',
      });
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
  writing: Writing,
  plan: PlannedCase,
  note: string,
): Promise<CaseOutcome> {
  const { file, sha256, rescued, withOriginal } = plan;
  const added = withOriginal ? await addFile(notebook, file, { note }) : undefined;
  if (added?.ok === false) throw fileProblem(added.error, file);
  const item = added?.value.item;
  if (item !== undefined && item.sha256 !== sha256)
    throw new CliProblem(rescueMessages.fileChanged, { file: path.basename(file), no: item.no });
  const register = registeredIndicators((await readState(notebook)).indicators.values());
  const against = compareIndicators(rescued, register);
  const written = await writeRescuedCase(writing, rescued, {
    evidence: added?.value.id,
    register,
  });
  if (!written.ok) {
    const problem = appendProblem(written.error.because);
    throw new CliProblem(rescueMessages.stopped, {
      file: path.basename(file),
      written: written.error.written,
      of: written.error.of,
      because: word(context, problem.text, problem.values),
    });
  }
  return { ...plan, counts: written.value, evidence: item?.no ?? null, isDryRun: false, against };
}

/** What a planned case would become. */
export function previewCase(
  plan: PlannedCase,
  register: readonly RegisteredIndicator[] | undefined,
): CaseOutcome {
  const { rescued } = plan;
  const against = register === undefined ? undefined : compareIndicators(rescued, register);
  return { ...plan, counts: countRescued(rescued), evidence: null, isDryRun: true, against };
}

/** The rows themselves; what is accounted for beside them are fields and lists as a whole. */
export function ownRows({ rows }: RescuedCase): readonly AccountedRow[] {
  return rows.filter(({ row }) => row > 0);
}

/** How often each outcome was; together they are all rows. */
export function countOutcomes(
  rows: readonly AccountedRow[],
): Readonly<Record<AccountedRow['outcome'], number>> {
  const counts = { taken: 0, changed: 0, guessed: 0, left: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

function describeWorkbookError(context: CliContext, error: WorkbookError): string {
  return error.kind === 'broken-workbook'
    ? word(context, rescueMessages.whyBroken, { part: error.part })
    : word(context, rescueMessages.whyTooLarge);
}
