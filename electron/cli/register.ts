import {
  namesOfSystem,
  registeredStateful,
  type RegisterChange,
  setOnRegister,
} from '#shared/application/systems.ts';
import { zoneOf } from '#shared/application/entry-context.ts';
import { accountStates } from '#shared/domain/account.ts';
import type { Examination } from '#shared/domain/examination.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { systemStates } from '#shared/domain/system.ts';
import { toUtcText } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { say } from '#shared/i18n/messages.ts';
import { systemCliMessages as m } from '#shared/i18n/system-cli-messages.ts';
import {
  accountStateMessages,
  systemStateMessages,
  wordRegisterRefusal,
} from '#shared/i18n/word-status.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  oneOf,
  printJson,
  word,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const stateOptions = {
  ...commonOptions,
  by: 'text',
  set: 'text',
  state: 'text',
  because: 'text',
  entry: 'list',
  at: 'text',
  collected: 'text',
  examined: 'text',
  'examined-by': 'text',
  found: 'text',
  owner: 'text',
  type: 'text',
  note: 'text',
} as const;
const systemOptions = {
  ...stateOptions,
  role: 'text',
  network: 'text',
  criticality: 'text',
  'key-asset': 'flag',
  adversary: 'flag',
} as const;
const accountOptions = {
  ...stateOptions,
  domain: 'text',
  privileges: 'text',
  'tokens-revoked': 'flag',
} as const;

type StateOptions = ReadArguments<typeof stateOptions>['options'];

/** `systems FOLDER`: the register of systems; `--set NAME` writes one. */
export async function runSystems(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options } = readArguments(context.verb, args, systemOptions);
  const folder = onlyFolder(context, words);
  const name = options.set;
  if (name === undefined)
    return list(context, folder, (state) =>
      registeredStateful(state.assets.values()).map((one) => ({
        ...one,
        said: [systemStateMessages[one.fields.state?.value ?? 'unknown'], one.fields.role ?? ''],
      })),
    );
  const criticality =
    options.criticality === undefined
      ? undefined
      : oneOf('--criticality', options.criticality, ['low', 'medium', 'high', 'critical']);
  return write(context, folder, options.by, (state, nowMs) => {
    const register = registeredStateful(state.assets.values());
    const found = register.find((one) => namesOfSystem(one).some(sameAs(name)));
    const value =
      options.state === undefined ? undefined : oneOf('--state', options.state, systemStates);
    return {
      register: 'asset',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(options, ['role', 'network', 'owner', 'type', 'note']),
        ...(criticality !== undefined && { criticality }),
        ...(options['key-asset'] && { keyAsset: true }),
        ...(options.adversary && { adversary: true }),
        ...(value !== undefined && { state: { value, ...reasons(options, state, nowMs) } }),
      },
    };
  });
}

/** `accounts FOLDER`: the register of accounts; `--set NAME` writes one. */
export async function runAccounts(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options } = readArguments(context.verb, args, accountOptions);
  const folder = onlyFolder(context, words);
  const name = options.set;
  if (name === undefined)
    return list(context, folder, (state) =>
      registeredStateful(state.accounts.values()).map((one) => ({
        ...one,
        said: [
          accountStateMessages[one.fields.state?.value ?? 'unknown'],
          one.fields.privileges ?? '',
        ],
      })),
    );
  return write(context, folder, options.by, (state, nowMs) => {
    const found = registeredStateful(state.accounts.values()).find((one) => sameAs(name)(one.name));
    const value =
      options.state === undefined ? undefined : oneOf('--state', options.state, accountStates);
    return {
      register: 'account',
      id: found?.id,
      fields: {
        ...(found === undefined && { name }),
        ...texts(options, ['domain', 'privileges', 'owner', 'type', 'note']),
        ...(value !== undefined && {
          state: {
            value,
            ...reasons(options, state, nowMs),
            ...(options['tokens-revoked'] && { tokensRevoked: true }),
          },
        }),
      },
    };
  });
}

function sameAs(name: string): (other: string) => boolean {
  return (other) => foldName(other) === foldName(name);
}

/** The options that were given, by name. */
function texts<K extends string>(
  options: Readonly<Record<K, string | undefined>>,
  names: readonly K[],
): Partial<Record<K, string>> {
  const given = names.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(given) as Partial<Record<K, string>>;
}

/** Why and since when a state holds, and what was looked at. */
function reasons(options: StateOptions, state: NotebookState, nowMs: number) {
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

type Listed = {
  readonly id: string;
  readonly name: string;
  readonly fields: object;
  readonly states: readonly object[];
  readonly said: readonly [Parameters<typeof say>[1], string];
};

async function list(
  context: CliContext,
  folder: string,
  read: (state: NotebookState) => readonly Listed[],
): Promise<ExitCode> {
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const listed = read(state);
  if (context.json) {
    const records = listed.map(({ id, fields, states }) => ({ id, ...fields, states }));
    await printJson(context, { [context.verb]: records });
    return exitCodes.good;
  }
  const lines = listed.map(({ name, said: [message, more] }) =>
    [name, say(context.language, message), more].map(visibleText).join('\t'),
  );
  lines.push(word(context, m.listed, { n: listed.length }));
  await context.io.out(`${lines.join('\n')}\n`);
  return exitCodes.good;
}

async function write(
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
