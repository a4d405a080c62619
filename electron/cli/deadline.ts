import {
  fieldsOfClock,
  finishDeadline,
  reckonDeadlines,
  regulatoryClock,
  removeDeadline,
  reopenDeadline,
  shiftDeadline,
  writeDeadline,
} from '#shared/application/deadlines.ts';
import { zoneOf } from '#shared/application/entry-context.ts';
import { milestoneReader, notebookMilestones } from '#shared/application/notebook-milestones.ts';
import type { AppendError, Saved, Writing } from '#shared/application/ports.ts';
import { milestoneIds } from '#shared/catalogue/milestones.ts';
import { reportGuidance } from '#shared/catalogue/report-guidance.ts';
import type { DeadlineFields, Limit, ReckonedDeadline } from '#shared/domain/deadline.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { deadlineMessages, deadlineStateMessages } from '#shared/i18n/deadline-messages.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { wordBeginning, wordCounting, wordDue, wordTimeLeft } from '#shared/i18n/word-deadline.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { Result } from '#shared/lib/result.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  folderAndName,
  oneOf,
  printJson,
  readAction,
  refuseMore,
  required,
  word,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { findListed } from './find-listed.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readMomentOption, readTimeOption } from './read-time-option.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  name: 'text',
  limit: 'text',
  from: 'text',
  event: 'text',
  start: 'text',
  rule: 'text',
  source: 'text',
  owner: 'text',
  'first-day': 'text',
  entry: 'list',
  because: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];
type Words = readonly string[];

const actions = ['list', 'add', 'set', 'move', 'done', 'reopen', 'remove'] as const;

/** `deadline list|add|set|move|done|reopen|remove`: what has to be reported by when, and by which rule. */
export async function runDeadline(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, actions);
  switch (action) {
    case 'list':
      return list(context, words);
    case 'add':
      return add(context, words, read.options);
    case 'set':
      return change(context, words, read.options, async ({ writing, found, state }) =>
        writeDeadline(writing, fieldsOf(context, read.options, state), found.deadline),
      );
    case 'move':
      return move(context, words, read.options);
    case 'done':
      return change(context, words, read.options, async ({ writing, found, state }) => {
        const { entry, because = '' } = read.options;
        const entries = entry.map((name) => findEntry(state, name).id);
        return finishDeadline(writing, found.deadline.id, { entries, because });
      });
    case 'reopen':
      return change(context, words, read.options, ({ writing, found }) =>
        reopenDeadline(writing, found.deadline.id),
      );
    case 'remove':
      return change(context, words, read.options, ({ writing, found }) =>
        removeDeadline(writing, found.deadline.id, read.options.because ?? ''),
      );
  }
}

function reckoned(context: CliContext, state: NotebookState): readonly ReckonedDeadline[] {
  return reckonDeadlines(state.deadlines.values(), milestoneReader(notebookMilestones(state)), {
    zone: zone(state),
    nowMs: context.deps.nowMs(),
  });
}

function zone(state: NotebookState): string {
  return canonicalZone(zoneOf(state)) ?? 'UTC';
}

async function list(context: CliContext, words: Words): Promise<ExitCode> {
  const [folder, ...rest] = words;
  refuseMore(context, rest);
  const { language } = context;
  if (folder === undefined) {
    const clocks = reportGuidance.regulatoryClocks;
    if (context.json) await printJson(context, clocks);
    else
      for (const { id, name, rule } of clocks) {
        const values = { id, name: name[language], rule: rule[language] };
        await context.io.out(`${word(context, m.catalogueLine, values)}\n`);
      }
    return exitCodes.good;
  }
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const found = reckoned(context, state);
    if (context.json) {
      await printJson(context, { deadlines: found.map(shown) });
      return exitCodes.good;
    }
    const lines = found.flatMap((each, index) => linesOf(context, each, index + 1, zone(state)));
    if (lines.length === 0) lines.push(word(context, m.nothingListed));
    else lines.push('', reportGuidance.disclaimer[language]);
    await context.io.out(`${lines.join('\n')}\n`);
    return exitCodes.good;
  });
}

function shown({ deadline, state, start, dueMs, earlyMs, reckonedMs }: ReckonedDeadline) {
  const iso = (ms: number | undefined): string | null =>
    ms === undefined ? null : new Date(ms).toISOString();
  return {
    ...deadline,
    state,
    startedAt: start ?? null,
    due: iso(dueMs),
    earliest: iso(earlyMs),
    byRule: iso(reckonedMs),
  };
}

function linesOf(
  context: CliContext,
  each: ReckonedDeadline,
  number: number,
  inZone: string,
): readonly string[] {
  const { language, deps } = context;
  const { deadline, state } = each;
  const details = [
    [deadlineMessages.from, wordBeginning(deadline, language)],
    [deadlineMessages.rule, [deadline.rule, wordCounting(deadline, language)]],
    [deadlineMessages.source, deadline.source],
    [deadlineMessages.moveBecause, deadline.shift?.because],
  ] as const;
  return [
    word(context, m.deadlineLine, {
      number: String(number),
      state: deadlineStateMessages[state][language],
      name: deadline.name,
      date: wordDue(each, inZone, language),
      left: wordTimeLeft(each, deps.nowMs(), language) ?? '',
    }).trimEnd(),
    ...details.flatMap(([name, given]) => {
      const value = [given].flat().filter(Boolean).join('; ');
      return value === '' ? [] : [word(context, m.detailLine, { name: name[language], value })];
    }),
  ];
}

async function add(
  context: CliContext,
  [folderWord, clockWord, ...rest]: Words,
  given: Options,
): Promise<ExitCode> {
  const folder = required(context, folderWord, 'FOLDER');
  refuseMore(context, rest);
  if (clockWord === undefined) required(context, given.name, 'CLOCK');
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const clock = clockWord === undefined ? undefined : regulatoryClock(clockWord);
    if (clockWord !== undefined && clock === undefined)
      throw new CliProblem(m.unknownClock, { clock: clockWord });
    const fields = {
      ...(clock !== undefined && fieldsOfClock(clock, context.language)),
      ...fieldsOf(context, given, state),
    };
    return answer(context, await writeDeadline(writing, fields));
  });
}

async function move(
  context: CliContext,
  [folderWord, name, timeWord, ...rest]: Words,
  given: Options,
): Promise<ExitCode> {
  const wanted = required(context, timeWord, 'TIME');
  refuseMore(context, rest);
  const words = [folderWord, name].filter((each) => each !== undefined);
  return change(context, words, given, async ({ writing, found, state }) => {
    const dueMs =
      wanted === 'rule' ? undefined : readMomentOption(context, 'TIME', wanted, zone(state));
    const shift = dueMs === undefined ? null : { dueMs, because: given.because ?? '' };
    return shiftDeadline(writing, found.deadline.id, shift);
  });
}

type Refusal = AppendError | { readonly kind: 'name-missing' | 'reason-missing' | 'proof-missing' };

type Changing = {
  readonly writing: Writing;
  readonly state: NotebookState;
  readonly found: ReckonedDeadline & { readonly id: string };
};

async function change(
  context: CliContext,
  words: Words,
  { by }: Options,
  work: (changing: Changing) => Promise<Result<Saved, Refusal>>,
): Promise<ExitCode> {
  const [folder, wanted] = folderAndName(context, words, 'DEADLINE');
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const state = await readState(notebook);
    const listed = reckoned(context, state).map((each) => ({ ...each, id: each.deadline.id }));
    return answer(context, await work({ writing, state, found: findListed(listed, wanted) }));
  });
}

async function answer(context: CliContext, saved: Result<Saved, Refusal>): Promise<ExitCode> {
  if (!saved.ok)
    switch (saved.error.kind) {
      case 'name-missing':
        throw new CliProblem(m.nameMissing);
      case 'reason-missing':
        throw new CliProblem(m.reasonMissing);
      case 'proof-missing':
        throw new CliProblem(m.proofMissing);
      case 'no-notebook':
      case 'read-only':
      case 'disk-full':
      case 'too-long':
      case 'write-failed':
      case 'invalid':
        throw appendProblem(saved.error);
    }
  if (context.json) await printJson(context, saved.value);
  else await acknowledge(context, saved.value);
  return exitCodes.good;
}

/** What the options say; what is not named stays as it was. */
function fieldsOf(context: CliContext, given: Options, state: NotebookState): DeadlineFields {
  const { name, limit, from, event, rule, source, owner } = given;
  const start = readTimeOption(context, '--start', given.start, zone(state));
  const firstDay = given['first-day'];
  return {
    ...(name !== undefined && { name }),
    ...(rule !== undefined && { rule }),
    ...(source !== undefined && { source }),
    ...(owner !== undefined && { owner }),
    ...(limit !== undefined && { limit: readLimit(limit) }),
    ...(from !== undefined && { milestone: oneOf('--from', from, milestoneIds) }),
    ...(event !== undefined && { milestone: null, event }),
    ...(start && { start }),
    ...(firstDay !== undefined && {
      countsFirstDay: oneOf('--first-day', firstDay, ['counts', 'free']) === 'counts',
    }),
  };
}

const units = { h: 'hour', d: 'day', bd: 'business-day', mo: 'month' } as const;

/** `72h`, `3-5d`, `4bd`, `1mo`. */
function readLimit(text: string): Limit {
  const match = /^(?:(\d{1,4})-)?(\d{1,4})(h|d|bd|mo)$/i.exec(text.trim());
  const amount = Number(match?.[2] ?? 0);
  const atLeast = match?.[1] === undefined ? undefined : Number(match[1]);
  const unit = match?.[3]?.toLowerCase() as keyof typeof units | undefined;
  if (
    unit === undefined ||
    amount < 1 ||
    (atLeast !== undefined && (atLeast < 1 || atLeast > amount))
  )
    throw new CliProblem(m.badLimit, { value: text });
  return { amount, unit: units[unit], ...(atLeast !== undefined && { atLeast }) };
}
