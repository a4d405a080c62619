import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { saveOperation } from '#shared/application/save-operation.ts';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import type { Merged } from '../transfer/merge-notebook.ts';
import { mergeNotebook } from '../transfer/merge-work.ts';
import type { IncomingDevice, MergeSummary } from '../transfer/plan-merge.ts';
import { ageKeyOf } from './age-options.ts';
import {
  type CliContext,
  type ExitCode,
  exitCodes,
  printJson,
  refuseMore,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { mergeProblem } from './transfer-problem.ts';
import { userDataFolder } from './user-data.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  'dry-run': 'flag',
  'accept-forks': 'flag',
  'age-passphrase-file': 'text',
  identity: 'text',
} as const;

/** `merge FOLDER BUNDLE|FOLDER`: takes over what another copy has and this one lacks. */
export async function runMerge(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, sourceWord, ...rest] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  const source = required(context, sourceWord, 'BUNDLE');
  refuseMore(context, rest);
  const dryRun = read.options['dry-run'];
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-merge-'));
  let merged: Merged;
  try {
    const outcome = await mergeNotebook(folder, source, {
      userData: userDataFolder(context.io.env),
      protection: context.deps.protection,
      key: await ageKeyOf(read.options['age-passphrase-file'], read.options.identity),
      dryRun,
      temporary,
      acceptForks: read.options['accept-forks'],
      lockPatienceMs: 2_000,
    });
    if (!outcome.ok)
      throw mergeProblem(context, outcome.error, path.basename(path.resolve(source)));
    merged = outcome.value;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  const { summary, operation } = merged;
  if (operation !== undefined)
    await writeNotebook(context, folder, read.options.by, async (journal) => {
      const saved = await saveOperation({ journal }, operation);
      if (!saved.ok) throw appendProblem(saved.error);
    });
  if (context.json)
    await printJson(context, { dryRun, merged: operation !== undefined, ...summary });
  else await context.io.out(summaryText(context, summary, dryRun));
  const isOpen = summary.conflicts.length > 0 || summary.forks.length > 0;
  return isOpen ? exitCodes.findings : exitCodes.good;
}

function summaryText(context: CliContext, summary: MergeSummary, dryRun: boolean): string {
  const { from, lines, entries, evidence, conflicts } = summary;
  const isNothing = lines === 0 && evidence.files === 0;
  const counts = { from, lines, entries, evidence: evidence.files, size: evidence.bytes };
  const said = isNothing
    ? [word(context, m.nothingNew, { from })]
    : [
        word(context, dryRun ? m.wouldTake : m.took, counts),
        ...summary.devices.flatMap((device) => deviceText(context, device)),
      ];
  if (evidence.missing > 0)
    said.push(word(context, m.mergeEvidenceMissing, { n: evidence.missing }));
  if (evidence.leftOut > 0)
    said.push(word(context, m.mergeEvidenceLeftOut, { n: evidence.leftOut }));
  if (conflicts.length > 0) said.push(word(context, m.mergeConflicts, { n: conflicts.length }));
  return `${said.join('\n')}\n`;
}

function deviceText(context: CliContext, device: IncomingDevice): readonly string[] {
  const { device: label, user, host, lines, words, isNew, clockAheadMs } = device;
  const values = { device: label, user, host, lines };
  const said = isNew
    ? word(context, m.mergeNewDevice, { ...values, words })
    : word(context, m.mergeDevice, values);
  if (clockAheadMs === undefined) return [said];
  const by = formatDuration(Math.abs(clockAheadMs), context.language);
  const message = clockAheadMs > 0 ? m.mergeClockAhead : m.mergeClockBehind;
  return [said, word(context, message, { by })];
}
