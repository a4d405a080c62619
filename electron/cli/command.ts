import type { PrintableReport, ReportLanguage } from '#shared/application/notebook-report.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { type Language, type Message, type MessageValues, say } from '#shared/i18n/messages.ts';
import type { Result } from '#shared/lib/result.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { KeyProtection } from '../notebook/keys.ts';
import type { CliIo } from './cli-io.ts';

/** What the command line cannot do by itself, or what differs between Node and the application. */
export type CliDeps = {
  readonly protection: KeyProtection;
  readonly app: { readonly version: string; readonly commit: string };
  /** Prints to PDF; missing where there is no application to print with. */
  readonly printPdf?: (
    report: PrintableReport,
  ) => Promise<Result<Uint8Array, { readonly kind: 'print-failed'; readonly detail: string }>>;
  readonly nowMs: () => number;
  /** Zone of this machine. */
  readonly zone: string;
};

/** The three outcomes of a verb. */
export const exitCodes = { good: 0, findings: 1, wrong: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Everything that a verb works with. */
export type CliContext = {
  readonly io: CliIo;
  readonly deps: CliDeps;
  readonly verb: string;
  /** Of messages. */
  readonly language: Language;
  /** Of a document that is written for others. */
  readonly documentLanguage: ReportLanguage;
  readonly json: boolean;
};

/** Wrong use or input: one sentence, exit code 2, nothing half-written. */
export class CliProblem extends Error {
  readonly text: Message;
  readonly values: MessageValues;
  constructor(text: Message, values: MessageValues = {}) {
    super(typeof text.en === 'string' ? text.en : text.en.other);
    this.text = text;
    this.values = values;
  }
}

/** Words a message in the reader's language; what people typed cannot steer their terminal. */
export function word(
  { language }: Pick<CliContext, 'language'>,
  message: Message,
  values: MessageValues = {},
): string {
  return visibleText(say(language, message, values));
}

/** Prints a value for machines: one line. */
export async function printJson({ io }: Pick<CliContext, 'io'>, value: unknown): Promise<void> {
  await io.out(`${JSON.stringify(value)}\n`);
}

/** An argument that a verb cannot do without. */
export function required(
  { verb }: Pick<CliContext, 'verb'>,
  value: string | undefined,
  what: string,
): string {
  if (value === undefined || value === '')
    throw new CliProblem(cliMessages.missingArgument, { what, verb });
  return value;
}

/** Refuses what is left over. */
export function refuseMore({ verb }: Pick<CliContext, 'verb'>, rest: readonly string[]): void {
  const [value] = rest;
  if (value !== undefined) throw new CliProblem(cliMessages.tooManyArguments, { value, verb });
}

/** The folder of a verb that takes nothing beside it. */
export function onlyFolder(
  context: Pick<CliContext, 'verb'>,
  [folder, ...rest]: readonly string[],
): string {
  const named = required(context, folder, 'FOLDER');
  refuseMore(context, rest);
  return named;
}

/** One of a few values, or a sentence that lists them. */
export function oneOf<const T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new CliProblem(cliMessages.badValue, { option, value, choices: choices.join(', ') });
  return found;
}

/** The first word of a verb that has several actions, and the words after it. */
export function readAction<const T extends string>(
  { verb }: Pick<CliContext, 'verb'>,
  [first, ...rest]: readonly string[],
  actions: readonly T[],
): readonly [T, readonly string[]] {
  return [oneOf(verb, required({ verb }, first, actions.join('|')), actions), rest];
}

/** The folder and the one name that an action is about. */
export function folderAndName(
  context: Pick<CliContext, 'verb'>,
  [folder, name, ...rest]: readonly string[],
  what: string,
): readonly [string, string] {
  const words = [required(context, folder, 'FOLDER'), required(context, name, what)] as const;
  refuseMore(context, rest);
  return words;
}
