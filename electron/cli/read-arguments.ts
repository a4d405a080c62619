import { parseArgs } from 'node:util';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { CliProblem } from './command.ts';

/** Options by name; `list` may be given several times. */
export type OptionSpec = Readonly<Record<string, 'flag' | 'text' | 'list'>>;

export type ReadArguments<S extends OptionSpec> = {
  readonly words: readonly string[];
  readonly options: {
    readonly [K in keyof S]: S[K] extends 'flag'
      ? boolean
      : S[K] extends 'list'
        ? readonly string[]
        : string | undefined;
  };
};

/** Options that every verb takes. */
export const commonOptions = { json: 'flag', lang: 'text', help: 'flag' } as const;

/**
 * Reads a verb's arguments. Only what begins with `--` is an option: `-5m` begins an entry ("five
 * minutes ago"), and `-` alone is standard input. After `--` everything is words.
 */
export function readArguments<const S extends OptionSpec>(
  verb: string,
  args: readonly string[],
  spec: S,
): ReadArguments<S> {
  const { options, words } = splitArguments(args, spec);
  try {
    const parsed = parseArgs({
      args: [...options, '--', ...words],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(spec).map(([name, kind]) => [
          name,
          kind === 'flag'
            ? { type: 'boolean' as const }
            : { type: 'string' as const, multiple: kind === 'list' },
        ]),
      ),
    });
    const values = Object.fromEntries(
      Object.entries(spec).map(([name, kind]) => [
        name,
        parsed.values[name] ?? (kind === 'flag' ? false : kind === 'list' ? [] : undefined),
      ]),
    );
    // The types say of each option what the loop above made of it.
    return { words: parsed.positionals, options: values as ReadArguments<S>['options'] };
  } catch (error) {
    throw problemOf(error, verb);
  }
}

function splitArguments(args: readonly string[], spec: OptionSpec) {
  const options: string[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const kind = spec[arg.slice(2)];
    const value = args[at + 1];
    if (kind === undefined || kind === 'flag' || value === undefined) options.push(arg);
    else {
      // As one argument, so that a value may begin with a hyphen.
      options.push(`${arg}=${value}`);
      at += 1;
    }
  }
  return { options, words };
}

function problemOf(error: unknown, verb: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const option = error instanceof Error ? (/--[\w-]+/.exec(error.message)?.[0] ?? '') : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new CliProblem(cliMessages.unknownOption, { option, verb });
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return new CliProblem(cliMessages.optionNeedsValue, { option });
  return error;
}
