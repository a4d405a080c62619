import path from 'node:path';
import { countOutcomes, ownRows } from '#shared/application/rescue-case.ts';
import {
  formatMessages,
  registerMessages,
  remarkMessages,
  rescueMessages,
} from '#shared/i18n/rescue-messages.ts';
import type { AccountedRow } from '#shared/import/rescue/rescued-case.ts';
import { type CliContext, word } from './command.ts';
import type { CaseOutcome } from './import-case.ts';

/** Rows that people are shown; `--json` has all. */
const mostShown = 20;

/**
 * The outcome for machines: every row that was not taken as it is stands in one of three lists, and what is
 * no row (secrets, lists of words to choose from) in `besides`.
 */
export function caseToJson(outcome: CaseOutcome): Record<string, unknown> {
  const { file, sha256, rescued, questions, counts, evidence, isDryRun, zone, against } = outcome;
  const rows = ownRows(rescued);
  const { taken, changed, guessed } = countOutcomes(rows);
  const rowsOf = (wanted: AccountedRow['outcome']) =>
    rows.filter((row) => row.outcome === wanted).map(lineOf);
  return {
    file,
    format: rescued.format,
    version: rescued.version,
    title: rescued.title,
    rows: rows.length,
    taken,
    changed,
    guessed,
    left: rowsOf('left'),
    changes: rowsOf('changed'),
    guesses: rowsOf('guessed'),
    besides: rescued.rows.filter(({ row }) => row === 0).map(lineOf),
    ...counts,
    ...(rescued.list !== undefined && { as: rescued.list.as, columns: rescued.list.columns }),
    againstRegisters: against ?? null,
    secretsLeft: rescued.secrets,
    originalHoldsSecrets: rescued.secrets.length > 0 && evidence !== null,
    questions,
    zone: zone ?? null,
    evidence,
    sha256,
    dryRun: isDryRun,
    error: null,
  };
}

function lineOf({ table, row, what, detail }: AccountedRow) {
  return { table, row, what, detail };
}

/** Prints the outcome for people; warnings go to standard error whoever reads. */
export async function printCase(context: CliContext, outcome: CaseOutcome): Promise<void> {
  const { rescued, questions, evidence, isDryRun } = outcome;
  const file = path.basename(outcome.file);
  if (!context.json) {
    const rows = ownRows(rescued);
    const counts = countOutcomes(rows);
    const format = word(context, formatMessages[rescued.format]);
    const values = { file, format, rows: rows.length, ...counts };
    const no = evidence ?? word(context, rescueMessages.withoutOriginal);
    const lines = [
      isDryRun
        ? word(context, rescueMessages.casePlanned, values)
        : word(context, rescueMessages.caseTaken, { ...values, no }),
      word(context, rescueMessages.caseHolds, outcome.counts),
      ...describeColumns(context, outcome),
      ...describeDifferences(context, outcome),
      ...describeRows(context, rows),
    ];
    if (isDryRun && questions.length > 0)
      lines.push(
        word(context, rescueMessages.questionOpen, {
          options: questions.map((question) => optionOf[question]).join(', '),
        }),
      );
    await context.io.out(`${lines.join('\n')}\n`);
  }
  if (rescued.secrets.length === 0) return;
  const names = rescued.secrets.join(', ');
  const warnings = [word(context, rescueMessages.secretsLeft, { file, names })];
  warnings.push(
    evidence === null
      ? word(context, rescueMessages.originalLeftOut)
      : word(context, rescueMessages.originalHoldsSecrets, { no: evidence }),
  );
  await context.io.error(`${warnings.join(' ')}\n`);
}

const optionOf = { zone: '--zone', columns: '--map' } as const;

/** What the columns of a list were taken for. */
function describeColumns(context: CliContext, { rescued: { list } }: CaseOutcome) {
  if (list === undefined) return [];
  const columns = list.names.map((name) => `${name} = ${list.columns[name] ?? 'note'}`).join('; ');
  return [word(context, rescueMessages.caseColumns, { as: list.as, columns })];
}

function describeDifferences(context: CliContext, { against }: CaseOutcome): readonly string[] {
  if (against === undefined) return [];
  const lines = (['indicators', 'systems', 'accounts'] as const).flatMap((register) => {
    const { merged, known } = against[register];
    if (merged + known === 0) return [];
    const name = word(context, registerMessages[register]);
    return [word(context, rescueMessages.caseDiffers, { register: name, ...against[register] })];
  });
  const { completed } = against;
  for (const { name, fields } of completed.slice(0, mostShown))
    lines.push(word(context, rescueMessages.caseCompletes, { name, fields: fields.join(', ') }));
  const n = completed.length - mostShown;
  return n > 0 ? [...lines, word(context, rescueMessages.moreCompleted, { n })] : lines;
}

function describeRows(context: CliContext, rows: readonly AccountedRow[]): readonly string[] {
  const told = rows.filter(({ what }) => what.length > 0);
  const lines = told.slice(0, mostShown).map(({ table, row, what, detail }) => {
    const words = what.map((remark) => word(context, remarkMessages[remark])).join(', ');
    const values = { table, row: String(row), what: words };
    return detail === ''
      ? word(context, rescueMessages.rowLine, values)
      : word(context, rescueMessages.rowLineDetail, { ...values, detail });
  });
  const more = told.length - lines.length;
  return more === 0 ? lines : [...lines, word(context, rescueMessages.moreRows, { n: more })];
}
