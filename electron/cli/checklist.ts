import { adoptChecklist, setChecklistItem } from '#shared/application/checklists.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { type ItemSetting, itemStates, untouchedItem } from '#shared/domain/checklist.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { ChecklistRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  refuseMore,
  required,
  word,
} from './command.ts';
import { findEntry, findEvidenceId } from './find-entry.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  state: 'text',
  because: 'text',
  note: 'text',
  owner: 'text',
  entry: 'list',
  evidence: 'list',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `checklist list|adopt|set`. */
export async function runChecklist(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [actionWord, ...words] = read.words;
  const action = oneOf('checklist', required(context, actionWord, 'list|adopt|set'), [
    'list',
    'adopt',
    'set',
  ]);
  switch (action) {
    case 'list':
      return list(context, words);
    case 'adopt':
      return adopt(context, words, read.options);
    case 'set':
      return set(context, words, read.options);
  }
}

async function list(context: CliContext, words: readonly string[]): Promise<ExitCode> {
  const [folder, ...rest] = words;
  refuseMore(context, rest);
  const { io, language } = context;
  if (folder === undefined) {
    const templates = checklists.templates.map(({ id, title, items }) => ({
      id,
      title,
      items: items.length,
    }));
    if (context.json) await printJson(context, templates);
    else for (const { id, title } of templates) await io.out(`${id}  ${title[language]}\n`);
    return exitCodes.good;
  }
  const shown = await readNotebook(context, folder, async (notebook) =>
    showNotebook(await readState(notebook)),
  );
  if (context.json) await printJson(context, shown.checklists);
  else
    for (const { id, title, items } of shown.checklists) {
      await io.out(`${id}  ${visibleText(title[language])}\n`);
      for (const item of items)
        await io.out(`  ${item.id}  ${item.state}  ${visibleText(item.text[language])}\n`);
    }
  return exitCodes.good;
}

async function adopt(
  context: CliContext,
  words: readonly string[],
  { by }: Options,
): Promise<ExitCode> {
  const [folderWord, templateWord, ...rest] = words;
  const folder = required(context, folderWord, 'FOLDER');
  const template = required(context, templateWord, 'TEMPLATE');
  refuseMore(context, rest);
  return writeNotebook(context, folder, by, async (_notebook, writing) => {
    const adopted = await adoptChecklist(writing, template);
    if (!adopted.ok)
      throw adopted.error.kind === 'unknown-template'
        ? new CliProblem(cliMessages.unknownTemplate, { template })
        : appendProblem(adopted.error);
    const { id, seq, hash } = adopted.value;
    if (context.json) await printJson(context, { id, seq, hash, template });
    else await context.io.out(`${word(context, cliMessages.adopted, { template, id })}\n`);
    return exitCodes.good;
  });
}

async function set(
  context: CliContext,
  words: readonly string[],
  wanted: Options,
): Promise<ExitCode> {
  const [folderWord, checklistWord, itemWord, ...rest] = words;
  const folder = required(context, folderWord, 'FOLDER');
  const checklistName = required(context, checklistWord, 'CHECKLIST');
  const item = required(context, itemWord, 'ITEM');
  refuseMore(context, rest);
  return writeNotebook(context, folder, wanted.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const record = findChecklist(state, checklistName);
    if (record.checklist?.items.some(({ id }) => id === item) !== true)
      throw new CliProblem(cliMessages.unknownItem, { item });
    const setting = settingOf(state, currentValue(record.items[item]) ?? untouchedItem, wanted);
    const saved = await setChecklistItem(writing, { checklist: record.id, item }, setting);
    if (!saved.ok) {
      if (saved.error.kind !== 'incomplete') throw appendProblem(saved.error);
      throw new CliProblem(
        saved.error.gap === 'reason' ? cliMessages.reasonNeeded : cliMessages.citationOrReason,
      );
    }
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

/** The whole setting: what is not named stays as it was. */
function settingOf(state: NotebookState, before: ItemSetting, wanted: Options): ItemSetting {
  return {
    state: wanted.state === undefined ? before.state : oneOf('--state', wanted.state, itemStates),
    because: wanted.because ?? before.because,
    note: wanted.note ?? before.note,
    owner: wanted.owner ?? before.owner,
    entries:
      wanted.entry.length === 0
        ? before.entries
        : wanted.entry.map((name) => findEntry(state, name).id),
    evidence:
      wanted.evidence.length === 0
        ? before.evidence
        : wanted.evidence.map((name) => findEvidenceId(state, name)),
  };
}

function findChecklist(state: NotebookState, name: string): ChecklistRecord {
  const byId = state.checklists.get(name);
  if (byId !== undefined) return byId;
  // Adopted twice: the newer one is the one that people work in.
  const found = [...state.checklists.values()].findLast(
    ({ checklist }) => checklist?.template === name,
  );
  if (found === undefined) throw new CliProblem(cliMessages.unknownChecklist, { checklist: name });
  return found;
}
