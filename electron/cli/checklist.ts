import { zoneOf } from '#shared/application/entry-context.ts';
import { adoptChecklist, setChecklistItem } from '#shared/application/checklists.ts';
import { type ShownChecklist, showNotebook } from '#shared/application/show-notebook.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { inBothLanguages, ownTemplates } from '#shared/catalogue/guidance.ts';
import { type ItemSetting, itemStates, untouchedItem } from '#shared/domain/checklist.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { ChecklistRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readGuidance } from '../guidance/stored-guidance.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  readAction,
  refuseMore,
  required,
  word,
} from './command.ts';
import { findEntry, findEvidenceId } from './find-entry.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readMomentOption } from './read-time-option.ts';
import { userDataFolder } from './user-data.ts';
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
  due: 'text',
  'waits-for': 'list',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `checklist list|adopt|set`. */
export async function runChecklist(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, ['list', 'adopt', 'set']);
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
    const own = ownTemplates(await readGuidance(userDataFolder(io.env)));
    const templates = [
      ...own.map(({ body: { id, title, items } }) => ({
        id,
        title: inBothLanguages(title),
        items,
      })),
      ...checklists.templates,
    ].map(({ id, title, items }) => ({ id, title, items: items.length }));
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
        await io.out(`  ${[item.id, item.state, ...waitingText(context, item)].join('  ')}\n`);
    }
  return exitCodes.good;
}

function waitingText(
  context: CliContext,
  { text, owner, due, blockedBy = [] }: ShownChecklist['items'][number],
): readonly string[] {
  return [
    visibleText(text[context.language]),
    ...(owner === '' ? [] : [visibleText(owner)]),
    ...(due == null ? [] : [word(context, cliMessages.itemDue, { due: due.slice(0, 16) })]),
    ...(blockedBy.length === 0
      ? []
      : [word(context, cliMessages.itemWaits, { items: blockedBy.join(', ') })]),
  ];
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
    const guidance = await readGuidance(userDataFolder(context.io.env));
    const adopted = await adoptChecklist(writing, template, guidance);
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
    const before = currentValue(record.items[item]) ?? untouchedItem;
    for (const each of [item, ...wanted['waits-for'].filter((one) => one !== nothing)])
      if (record.checklist?.items.some(({ id }) => id === each) !== true)
        throw new CliProblem(cliMessages.unknownItem, { item: each });
    if (wanted['waits-for'].includes(item))
      throw new CliProblem(cliMessages.waitsForItself, { item });
    const setting = { ...settingOf(state, before, wanted), ...waitingOf(context, state, wanted) };
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
    ...before,
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

/** The word that takes a date, or what an item waits for, back. */
const nothing = 'none';

/** By when an item is due and what has to be settled first, where that was named. */
function waitingOf(
  context: CliContext,
  state: NotebookState,
  { due, 'waits-for': waitsFor }: Options,
): Pick<ItemSetting, 'due' | 'blockedBy'> {
  const dueMs =
    due === nothing
      ? null
      : readMomentOption(context, '--due', due, canonicalZone(zoneOf(state)) ?? 'UTC');
  return {
    ...(dueMs !== undefined && { due: dueMs === null ? null : new Date(dueMs).toISOString() }),
    ...(waitsFor.length > 0 && { blockedBy: waitsFor.filter((one) => one !== nothing) }),
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
