import { findItem } from '#shared/application/custody.ts';
import { logEntry, type Transcribed } from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import type { Saved, Writing } from '#shared/application/ports.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { custodyMessages } from '#shared/i18n/custody-messages.ts';
import { paperMessages } from '#shared/i18n/paper-messages.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  refuseMore,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readInputLines } from './read-input-lines.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem, lineProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  accept: 'flag',
  sheet: 'text',
  photo: 'text',
} as const;

/** Lines that are on their way to the disk at one time; they share its syncs. */
const mostOnTheWay = 128;

/** `log FOLDER TEXT…`, or `-` for one entry a line of standard input. */
export async function runLog(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, ...texts] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  const first = required(context, texts[0], 'TEXT');
  const { accept, by, sheet, photo } = read.options;
  const isNeeded = texts.some(mayLink) ? isNeededToLink : isNeededToRead;
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const state = await readState(notebook, isNeeded);
    const transcribed = transcribedFrom(state, sheet, photo);
    const session = { context, writing, state, accept, transcribed };
    if (first === '-') {
      refuseMore(context, texts.slice(1));
      return logInput(session);
    }
    const result = await logLine(session, texts.join(' '));
    if (result instanceof CliProblem) throw result;
    await acknowledge(context, result);
    return exitCodes.good;
  });
}

const typesRead = new Set([
  'incident.set',
  'evidence.add',
  'evidence.item',
  'source.add',
  'source.clock',
]);

/**
 * Zone, evidence numbers and sources, and what devices have seen of each other: all that a line without a
 * link is read against.
 */
function isNeededToRead({ p }: SignedLine): boolean {
  return p.seen !== undefined || typesRead.has(p.op.t);
}

/** The same and the numbers of the entries, of which there may be many. */
function isNeededToLink(line: SignedLine): boolean {
  return isNeededToRead(line) || line.p.op.t === 'entry.add';
}

/** True for a text that may name another entry, and for standard input, which nobody has read yet. */
function mayLink(text: string): boolean {
  return text === '-' || /[#＃][\d０-９]/.test(text);
}

type Session = {
  readonly context: CliContext;
  readonly writing: Writing;
  readonly state: NotebookState;
  readonly accept: boolean;
  readonly transcribed: Transcribed | undefined;
};

/** The sheet that `--sheet` names, with the item that `--photo` names. */
function transcribedFrom(
  state: NotebookState,
  sheet: string | undefined,
  photo: string | undefined,
): Transcribed | undefined {
  if (sheet === undefined) return undefined;
  const number = sheet.trim().slice(0, 64);
  if (number === '') throw new CliProblem(paperMessages.sheetMissing);
  if (photo === undefined) return { sheet: number };
  const found = findItem(state, photo);
  if (!found.ok) throw new CliProblem(custodyMessages.unknownItem, { item: photo });
  return { sheet: number, photograph: found.value.id };
}

async function logLine(
  { context, writing, state, accept, transcribed }: Session,
  line: string,
): Promise<Saved | CliProblem> {
  const reading = entryLineContextOf(state, context.deps.nowMs());
  const logged = await logEntry(writing, line, reading, { acceptProblems: accept, transcribed });
  if (logged.ok) return logged.value;
  if (logged.error.kind !== 'needs-answer') return appendProblem(logged.error);
  const [problem] = logged.error.problems;
  return problem === undefined ? new CliProblem(cliMessages.problemNoText) : lineProblem(problem);
}

/** Reads entries line by line; each answer is printed in order, as soon as its line is on the disk. */
async function logInput(session: Session): Promise<ExitCode> {
  const { context } = session;
  let saved = 0;
  let refused = 0;
  let answered: Promise<void> = Promise.resolve();
  const onTheWay = new Set<Promise<void>>();
  let number = 0;
  for await (const line of readInputLines(context.io.stdin)) {
    number += 1;
    if (line?.trim() === '') continue;
    const at = number;
    const result =
      line === undefined
        ? Promise.resolve(new CliProblem(cliMessages.problemNotUtf8))
        : logLine(session, line);
    const before = answered;
    answered = (async () => {
      const logged = await result;
      await before;
      if (logged instanceof CliProblem) {
        refused += 1;
        const problem = word(context, logged.text, logged.values);
        await context.io.error(
          `${word(context, cliMessages.inputLine, { line: String(at), problem })}\n`,
        );
      } else {
        saved += 1;
        await acknowledge(context, logged);
      }
    })();
    const current = answered;
    onTheWay.add(current);
    const settle = () => onTheWay.delete(current);
    current.then(settle, settle);
    if (onTheWay.size >= mostOnTheWay) await Promise.race(onTheWay);
  }
  await answered;
  if (refused === 0) return exitCodes.good;
  await context.io.error(`${word(context, cliMessages.logSummary, { n: refused, saved })}\n`);
  return exitCodes.findings;
}
