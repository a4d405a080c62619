import {
  correctEntry,
  readEntryLine,
  restoreEntry,
  withdrawEntry,
} from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import type { Writing } from '#shared/application/ports.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { currentVersion, type EntryRecord } from '#shared/journal/records.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  refuseMore,
  required,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem, lineProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  reason: 'text',
  accept: 'flag',
  withdraw: 'flag',
  restore: 'flag',
} as const;

/** `correct FOLDER ENTRY TEXT… --reason R`, or `--withdraw` or `--restore` without text. */
export async function runCorrect(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, entryWord, ...texts] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  const name = required(context, entryWord, 'ENTRY');
  const { by, reason = '', accept, withdraw, restore } = read.options;
  const isRewriting = !withdraw && !restore;
  if (isRewriting) required(context, texts[0], 'TEXT');
  else refuseMore(context, texts);
  if (reason.trim() === '') throw new CliProblem(cliMessages.reasonMissing);

  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const state = await readState(notebook);
    const entry = findEntry(state, name);
    const saved = isRewriting
      ? await rewrite(context, writing, state, entry, { line: texts.join(' '), accept, reason })
      : await (withdraw ? withdrawEntry : restoreEntry)(writing, entry.id, reason);
    if (!saved.ok) {
      if (saved.error.kind === 'reason-missing') throw new CliProblem(cliMessages.reasonMissing);
      throw appendProblem(saved.error);
    }
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

async function rewrite(
  context: CliContext,
  writing: Writing,
  state: NotebookState,
  entry: EntryRecord,
  wanted: { readonly line: string; readonly accept: boolean; readonly reason: string },
) {
  const reading = entryLineContextOf(state, context.deps.nowMs());
  const read = readEntryLine(wanted.line, reading, { acceptProblems: wanted.accept });
  if (!read.ok) {
    const [problem] = read.error.problems;
    throw problem === undefined ? new CliProblem(cliMessages.problemNoText) : lineProblem(problem);
  }
  const before = currentVersion(entry)?.content;
  const hasTime = parseEntryLine(wanted.line, reading).draft.at !== undefined;
  const content = {
    // What the line says nothing about is not taken away by writing it anew.
    ...(before !== undefined && unstated(before)),
    ...read.value,
    ...(before !== undefined && !hasTime && { at: before.at }),
  };
  return correctEntry(writing, entry.id, content, wanted.reason);
}

/** The fields that a line need not name. */
function unstated(content: EntryContent): Partial<EntryContent> {
  const { accounts, confidence, basis, logSource, source, noticed, links, rows, paths, sheet } =
    content;
  const fields = {
    accounts,
    confidence,
    basis,
    logSource,
    source,
    noticed,
    links,
    rows,
    paths,
    sheet,
  };
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated) as Partial<EntryContent>;
}
