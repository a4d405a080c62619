import { zoneOf } from '#shared/application/entry-context.ts';
import { type RegisterChange, setOnRegister } from '#shared/application/systems.ts';
import type { Examination } from '#shared/domain/examination.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { toUtcText } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { say } from '#shared/i18n/messages.ts';
import { systemCliMessages as m } from '#shared/i18n/system-cli-messages.ts';
import { wordRegisterRefusal } from '#shared/i18n/word-status.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  word,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

/** True for a name that means the same. */
export function sameAs(name: string): (other: string) => boolean {
  return (other) => foldName(other) === foldName(name);
}

/** The options that were given, by name. */
export function texts<K extends string>(
  options: Readonly<Record<K, string | undefined>>,
  names: readonly K[],
): Partial<Record<K, string>> {
  const given = names.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(given) as Partial<Record<K, string>>;
}

/** What may be said of a state. */
export type StateOptions = {
  readonly because: string | undefined;
  readonly entry: readonly string[];
  readonly at: string | undefined;
  readonly collected?: string | undefined;
  readonly examined?: string | undefined;
  readonly 'examined-by'?: string | undefined;
  readonly found?: string | undefined;
};

/** Why and since when a state holds, and what was looked at. */
export function reasons(options: StateOptions, state: NotebookState, nowMs: number) {
  const { collected, examined, found, 'examined-by': by } = options;
  const looked = [collected, examined, found, by].some((one) => one !== undefined);
  const examination: Examination = {
    collected: collected ?? '',
    examined: examined ?? '',
    by: by ?? '',
    found: found === undefined ? 'something' : oneOf('--found', found, ['nothing', 'something']),
  };
  return {
    because: options.because ?? '',
    entries: options.entry.map((number) => findEntry(state, number).id),
    ...(options.at !== undefined && { at: instantOf(options.at, state, nowMs) }),
    ...(looked && { examination }),
  };
}

function instantOf(text: string, state: NotebookState, nowMs: number): string {
  const time = parseTime(text, { nowMs, zone: zoneOf(state) });
  const utc = time?.ok ? time.value.utc : null;
  if (utc === null) throw new CliProblem(m.timeUnreadable, { value: text });
  return toUtcText(Date.parse(utc), 'second');
}

/** A line of a register: the name, its state or kind in words, and one thing more. */
export type Listed = {
  readonly id: string;
  readonly name: string;
  readonly fields: object;
  readonly states?: readonly object[];
  readonly said: readonly [Parameters<typeof say>[1] | undefined, string];
};

/** Prints a register. */
export async function listRegister(
  context: CliContext,
  folder: string,
  read: (state: NotebookState) => readonly Listed[],
): Promise<ExitCode> {
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const listed = read(state);
  if (context.json) {
    const records = listed.map(({ id, fields, states }) => ({
      id,
      ...fields,
      ...(states !== undefined && { states }),
    }));
    await printJson(context, { [context.verb]: records });
    return exitCodes.good;
  }
  const lines = listed.map(({ name, said: [message, more] }) =>
    [name, message === undefined ? '' : say(context.language, message), more]
      .map(visibleText)
      .join('\t'),
  );
  lines.push(word(context, m.listed, { n: listed.length }));
  await context.io.out(`${lines.join('\n')}\n`);
  return exitCodes.good;
}

/** Writes on a register and says so. */
export async function writeRegister(
  context: CliContext,
  folder: string,
  by: string | undefined,
  change: (state: NotebookState, nowMs: number) => RegisterChange,
): Promise<ExitCode> {
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const wanted = change(await readState(notebook), context.deps.nowMs());
    const saved = await setOnRegister(writing, wanted);
    if (!saved.ok) throw problemOf(context, saved.error);
    if (context.json) await printJson(context, saved.value);
    else await context.io.out(`${word(context, m.saved)}\n`);
    return exitCodes.good;
  });
}

type Refusal = Extract<Awaited<ReturnType<typeof setOnRegister>>, { ok: false }>['error'];

function problemOf(context: CliContext, error: Refusal): CliProblem {
  switch (error.kind) {
    case 'name-missing':
    case 'name-taken':
    case 'reason-missing':
    case 'not-clear':
      return new CliProblem(m.refused, { because: wordRegisterRefusal(context.language, error) });
    case 'no-notebook':
    case 'read-only':
    case 'disk-full':
    case 'too-long':
    case 'write-failed':
    case 'invalid':
      return appendProblem(error);
  }
}
