import { logEntry } from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import type { Saved, Writing } from '#shared/application/ports.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
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

const options = { ...commonOptions, by: 'text', accept: 'flag' } as const;

/** Lines that are on their way to the disk at one time; they share its syncs. */
const mostOnTheWay = 128;

/** `log FOLDER TEXT…`, or `-` for one entry a line of standard input. */
export async function runLog(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, ...texts] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  const first = required(context, texts[0], 'TEXT');
  const { accept, by } = read.options;
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const state = await readState(notebook, isNeededToRead);
    const session = { context, writing, state, accept };
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

/** Zone and evidence numbers, and what devices have seen of each other: all that a line is read against. */
function isNeededToRead({ p }: SignedLine): boolean {
  return p.seen !== undefined || p.op.t === 'incident.set' || p.op.t === 'evidence.add';
}

type Session = {
  readonly context: CliContext;
  readonly writing: Writing;
  readonly state: NotebookState;
  readonly accept: boolean;
};

async function logLine(
  { context, writing, state, accept }: Session,
  line: string,
): Promise<Saved | CliProblem> {
  const reading = entryLineContextOf(state, context.deps.nowMs());
  const logged = await logEntry(writing, line, reading, { acceptProblems: accept });
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
