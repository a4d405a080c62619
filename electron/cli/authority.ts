import {
  removeAuthority,
  standingAuthorities,
  writeAuthority,
} from '#shared/application/decisions.ts';
import { type Authority, type AuthorityFields, powers } from '#shared/domain/authority.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { decisionMessages, powerMessages } from '#shared/i18n/decision-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  folderAndName,
  oneOf,
  onlyFolder,
  printJson,
  readAction,
  required,
  word,
} from './command.ts';
import { findListed, removeListed } from './find-listed.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  power: 'text',
  holder: 'text',
  scope: 'text',
  role: 'text',
  reach: 'text',
  deputy: 'list',
  conditions: 'text',
  because: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `authority list|add|set|remove`: who may do what, and how to reach them. */
export async function runAuthority(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, ['list', 'add', 'set', 'remove']);
  switch (action) {
    case 'list':
      return list(context, words);
    case 'add':
      return add(context, words, read.options);
    case 'set':
      return set(context, words, read.options);
    case 'remove':
      return removeListed(context, words, read.options, {
        what: 'LINE',
        listOf: ({ authorities }) => standingAuthorities(authorities.values()),
        remove: removeAuthority,
      });
  }
}

async function list(context: CliContext, words: readonly string[]): Promise<ExitCode> {
  const folder = onlyFolder(context, words);
  const { language } = context;
  return readNotebook(context, folder, async (notebook) => {
    const authorities = standingAuthorities((await readState(notebook)).authorities.values());
    if (context.json) {
      await printJson(context, { authorities });
      return exitCodes.good;
    }
    const lines = authorities.flatMap(
      ({ power, scope = '', holder, reach = '', deputies = [] }, index) => [
        word(context, m.authorityLine, {
          number: String(index + 1),
          power: powerMessages[power][language],
          scope: scope === '' ? decisionMessages.everything[language] : scope,
          holder,
          reach,
        }),
        ...deputies.map((deputy) => word(context, m.deputyLine, deputy)),
      ],
    );
    if (lines.length === 0) lines.push(word(context, m.nothingListed));
    await context.io.out(`${lines.join('\n')}\n`);
    return exitCodes.good;
  });
}

async function add(
  context: CliContext,
  [folderWord, powerWord, ...names]: readonly string[],
  given: Options,
): Promise<ExitCode> {
  const folder = required(context, folderWord, 'FOLDER');
  const power = oneOf('POWER', required(context, powerWord, 'POWER'), powers);
  const holder = required(context, names.join(' ').trim(), 'HOLDER');
  return save(context, folder, given, () => ({ fields: { power, holder } }));
}

async function set(
  context: CliContext,
  words: readonly string[],
  given: Options,
): Promise<ExitCode> {
  const [folder, wanted] = folderAndName(context, words, 'LINE');
  const { power, holder } = given;
  const fields = {
    ...(power !== undefined && { power: oneOf('--power', power, powers) }),
    ...(holder !== undefined && { holder }),
  };
  return save(context, folder, given, (state) => ({
    fields,
    before: findListed(standingAuthorities(state.authorities.values()), wanted),
  }));
}

async function save(
  context: CliContext,
  folder: string,
  given: Options,
  start: (state: NotebookState) => {
    readonly fields: AuthorityFields;
    readonly before?: Authority;
  },
): Promise<ExitCode> {
  const { scope, role, reach, deputy, conditions } = given;
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const { fields, before } = start(await readState(notebook));
    const whole: AuthorityFields = {
      ...fields,
      ...(scope !== undefined && { scope }),
      ...(role !== undefined && { role }),
      ...(reach !== undefined && { reach }),
      ...(deputy.length > 0 && { deputies: deputy.map(readDeputy) }),
      ...(conditions !== undefined && { conditions }),
    };
    const saved = await writeAuthority(writing, whole, before);
    if (!saved.ok)
      throw saved.error.kind === 'holder-missing'
        ? new CliProblem(m.holderMissing)
        : appendProblem(saved.error);
    if (context.json) await printJson(context, saved.value);
    else await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

/** `Sato, 090-1234-5678`. */
function readDeputy(text: string): { readonly name: string; readonly reach: string } {
  const [name = '', ...rest] = text.split(/[,、，]/);
  return { name: name.trim(), reach: rest.join(',').trim() };
}
