import { zoneOf } from '#shared/application/entry-context.ts';
import {
  removeDecision,
  standingAuthorities,
  standingDecisions,
  writeDecision,
} from '#shared/application/decisions.ts';
import { type Decision, type DecisionFields, decisionState } from '#shared/domain/decision.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { decisionMessages, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  folderAndName,
  onlyFolder,
  printJson,
  readAction,
  required,
  word,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { findListed, removeListed } from './find-listed.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readMomentOption, readTimeOption } from './read-time-option.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  question: 'text',
  option: 'list',
  chosen: 'text',
  because: 'text',
  known: 'list',
  'asked-by': 'text',
  'approved-by': 'text',
  authority: 'text',
  basis: 'text',
  asked: 'text',
  approved: 'text',
  executed: 'text',
  review: 'text',
  outcome: 'text',
  about: 'text',
  entry: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `decision list|add|set|remove`: what was decided, by whom, and what was known then. */
export async function runDecision(context: CliContext, args: readonly string[]): Promise<ExitCode> {
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
        what: 'DECISION',
        listOf: ({ decisions }) => standingDecisions(decisions.values()),
        remove: removeDecision,
      });
  }
}

async function list(context: CliContext, words: readonly string[]): Promise<ExitCode> {
  const folder = onlyFolder(context, words);
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const decisions = standingDecisions(state.decisions.values());
    if (context.json) {
      const shown = decisions.map((each) => ({ ...each, state: decisionState(each) }));
      await printJson(context, { decisions: shown });
      return exitCodes.good;
    }
    const lines = decisions.flatMap((each, index) => linesOf(context, each, index + 1, state));
    if (lines.length === 0) lines.push(word(context, m.nothingListed));
    await context.io.out(`${lines.join('\n')}\n`);
    return exitCodes.good;
  });
}

function linesOf(
  context: CliContext,
  decision: Decision,
  number: number,
  state: NotebookState,
): readonly string[] {
  const { language } = context;
  const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
  const time = (at: DecisionFields['asked']): string =>
    at == null ? '' : formatEntryTime(at, { zone, locale: language, style: 'full' });
  const joined = (...parts: readonly (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined && part !== '').join(', ');
  const line = state.authorities.get(decision.authority ?? '');
  const [authority] = standingAuthorities(line === undefined ? [] : [line]);
  const details = [
    [decisionMessages.chosen, decision.chosen?.text],
    [decisionMessages.because, decision.chosen?.because],
    [decisionMessages.asked, joined(time(decision.asked), decision.askedBy)],
    [decisionMessages.approved, joined(time(decision.approved), decision.approvedBy)],
    [decisionMessages.authority, joined(authority?.holder, decision.basis)],
    [decisionMessages.executed, time(decision.executed)],
    [decisionMessages.outcome, decision.outcome],
  ] as const;
  return [
    word(context, m.decisionLine, {
      number: String(number),
      state: decisionStateMessages[decisionState(decision)][language],
      question: decision.question,
    }),
    ...details.flatMap(([name, value = '']) =>
      value === '' ? [] : [word(context, m.detailLine, { name: name[language], value })],
    ),
  ];
}

async function add(
  context: CliContext,
  [folderWord, ...texts]: readonly string[],
  given: Options,
): Promise<ExitCode> {
  const folder = required(context, folderWord, 'FOLDER');
  const question = required(context, texts.join(' ').trim(), 'QUESTION');
  return save(context, folder, given, () => ({ fields: { question } }));
}

async function set(
  context: CliContext,
  words: readonly string[],
  given: Options,
): Promise<ExitCode> {
  const [folder, wanted] = folderAndName(context, words, 'DECISION');
  const { question } = given;
  return save(context, folder, given, (state) => ({
    fields: { ...(question !== undefined && { question }) },
    before: findListed(standingDecisions(state.decisions.values()), wanted),
  }));
}

async function save(
  context: CliContext,
  folder: string,
  given: Options,
  start: (state: NotebookState) => { readonly fields: DecisionFields; readonly before?: Decision },
): Promise<ExitCode> {
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const { fields, before } = start(state);
    const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
    const moment = { nowMs: context.deps.nowMs(), zone };
    const whole = { ...fields, ...fieldsOf(context, given, state, zone, before) };
    const saved = await writeDecision(writing, whole, moment, before);
    if (!saved.ok)
      throw saved.error.kind === 'question-missing'
        ? new CliProblem(m.questionMissing)
        : appendProblem(saved.error);
    const { decision, entry } = saved.value;
    if (context.json) await printJson(context, { ...saved.value, decision, entry: entry ?? null });
    else await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

/** What the options say; what is not named stays as it was. */
function fieldsOf(
  context: CliContext,
  given: Options,
  state: NotebookState,
  zone: string,
  before: Decision | undefined,
): DecisionFields {
  const time = (name: 'asked' | 'approved' | 'executed') =>
    readTimeOption(context, `--${name}`, given[name], zone);
  const asked = time('asked');
  const approved = time('approved');
  const executed = time('executed');
  const reviewMs = readMomentOption(context, '--review', given.review, zone);
  const chosen = given.chosen ?? before?.chosen?.text;
  const because = given.because ?? before?.chosen?.because ?? '';
  const saysChoice = given.chosen !== undefined || given.because !== undefined;
  return {
    ...(given.option.length > 0 && { options: given.option.map(readOption) }),
    ...(saysChoice && chosen !== undefined && { chosen: { text: chosen, because } }),
    ...(given.known.length > 0 && { known: given.known.map((name) => findEntry(state, name).id) }),
    ...(given['asked-by'] !== undefined && { askedBy: given['asked-by'] }),
    ...(given['approved-by'] !== undefined && { approvedBy: given['approved-by'] }),
    ...(given.authority !== undefined && {
      authority: findListed(standingAuthorities(state.authorities.values()), given.authority).id,
    }),
    ...(given.basis !== undefined && { basis: given.basis }),
    ...(asked && { asked }),
    ...(approved && { approved }),
    ...(executed && { executed }),
    ...(reviewMs !== undefined && { review: new Date(reviewMs).toISOString() }),
    ...(given.outcome !== undefined && { outcome: given.outcome }),
    ...(given.about !== undefined && { about: given.about }),
    ...(given.entry !== undefined && { entry: findEntry(state, given.entry).id }),
  };
}

/** `isolate the ward | too many patients`: the option, and why it was not chosen. */
function readOption(text: string): { readonly text: string; readonly because: string } {
  const [option = '', ...rest] = text.split('|');
  return { text: option.trim(), because: rest.join('|').trim() };
}
