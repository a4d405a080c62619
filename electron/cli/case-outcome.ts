import path from 'node:path';
import { countOutcomes, ownRows } from '#shared/application/rescue-case.ts';
import { formatMessages, remarkMessages, rescueMessages } from '#shared/i18n/rescue-messages.ts';
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
  const { file, sha256, rescued, questions, counts, evidence, isDryRun, zone } = outcome;
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
      ...describeRows(context, rows),
    ];
    if (isDryRun && questions.length > 0)
      lines.push(word(context, rescueMessages.questionOpen, { options: '--zone' }));
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
