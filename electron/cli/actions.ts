import {
  compareActions,
  isOverdue,
  isWaiting,
  setAction,
  type StandingAction,
  standingActions,
} from '#shared/application/actions.ts';
import { actionStates, type ActionFields } from '#shared/domain/action.ts';
import { improvementCategories } from '#shared/domain/improvement.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { zoneOf } from '#shared/application/entry-context.ts';
import { actionCliMessages as m } from '#shared/i18n/action-messages.ts';
import { actionStateMessages } from '#shared/i18n/report-audience-messages.ts';
import { isoTime, isoTimeHasZone } from '#shared/import/log-time.ts';
import { currentFields } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  onlyFolder,
  printJson,
  required,
  word,
} from './command.ts';
import { findEntry, findEvidenceId } from './find-entry.ts';
import { commonOptions, type ReadArguments, readArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  open: 'flag',
  owner: 'text',
  category: 'text',
  add: 'text',
  set: 'text',
  state: 'text',
  due: 'text',
  priority: 'text',
  cause: 'text',
  stage: 'text',
  entry: 'list',
  evidence: 'list',
  by: 'text',
} as const;
type Given = ReadArguments<typeof options>['options'];

type Listed = {
  readonly folder: string;
  readonly title: string;
  readonly zone: string;
  readonly actions: readonly StandingAction[];
};

/** `actions FOLDER...`: what is to be done, over notebooks too. */
export async function runActions(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options: given } = readArguments(context.verb, args, options);
  if (given.add !== undefined || given.set !== undefined)
    return write(context, onlyFolder(context, words), given);
  required(context, words[0], 'FOLDER');
  return list(context, words, given);
}

async function list(
  context: CliContext,
  folders: readonly string[],
  given: Given,
): Promise<ExitCode> {
  const category =
    given.category === undefined
      ? undefined
      : oneOf('--category', given.category, improvementCategories);
  const isWanted = (action: StandingAction): boolean =>
    (!given.open || isWaiting(action)) &&
    (given.owner === undefined || action.owner?.toLowerCase() === given.owner.toLowerCase()) &&
    (category === undefined || action.category === category);
  const listed: Listed[] = [];
  for (const folder of folders) {
    const state = await readNotebook(context, folder, (notebook) =>
      readState(notebook, ({ p }) => p.op.t === 'incident.set' || p.op.t === 'action.set'),
    );
    const { title = '' } = currentFields(state.incident.get('incident')?.fields ?? {});
    const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
    listed.push({
      folder,
      title,
      zone,
      actions: standingActions(state.actions.values()).filter(isWanted),
    });
  }
  const nowMs = context.deps.nowMs();
  const all = listed.flatMap(({ actions }) => actions);
  const overdue = all.filter((action) => isOverdue(action, nowMs));
  if (context.json)
    await printJson(
      context,
      listed.map(({ folder, title, actions }) => ({
        folder,
        title,
        actions: actions.map((action) => ({ ...action, overdue: isOverdue(action, nowMs) })),
      })),
    );
  else await context.io.out(`${lines(context, listed, nowMs).join('\n')}\n`);
  return overdue.length > 0 ? exitCodes.findings : exitCodes.good;
}

function lines(context: CliContext, listed: readonly Listed[], nowMs: number): readonly string[] {
  const all = listed.flatMap(({ actions }) => actions);
  if (all.length === 0) return [word(context, m.none)];
  const waiting = all.filter(isWaiting).length;
  const overdue = all.filter((action) => isOverdue(action, nowMs)).length;
  return [
    ...listed
      .filter(({ actions }) => actions.length > 0)
      .flatMap(({ title, zone, actions }) => [
        ...(listed.length > 1 ? [visibleText(title)] : []),
        ...actions
          .toSorted(compareActions)
          .map((action) => actionLine(context, action, { zone, nowMs })),
      ]),
    word(context, m.count, { n: waiting, overdue, done: all.length - waiting }),
  ];
}

function actionLine(
  context: CliContext,
  action: StandingAction,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number },
): string {
  const due =
    action.due == null
      ? word(context, m.noDue)
      : formatInstant(
          Date.parse(action.due),
          { zone, locale: context.language, style: 'short' },
          'minute',
        );
  return word(context, m.line, {
    id: action.id.slice(0, 8),
    state: word(context, actionStateMessages[action.state]),
    due: isOverdue(action, nowMs) ? word(context, m.overdueMark, { due }) : due,
    owner: action.owner || word(context, m.noOwner),
    text: action.text,
  });
}

async function write(context: CliContext, folder: string, given: Given): Promise<ExitCode> {
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const action =
      given.set === undefined ? undefined : findAction(state.actions.keys(), given.set);
    const fields: ActionFields = {
      ...(given.add !== undefined && { text: given.add }),
      ...(given.state !== undefined && { state: oneOf('--state', given.state, actionStates) }),
      ...(given.owner !== undefined && { owner: given.owner }),
      ...(given.due !== undefined && { due: dueOf(given.due) }),
      ...(given.priority !== undefined && {
        priority: oneOf('--priority', given.priority, ['low', 'medium', 'high'] as const),
      }),
      ...(given.category !== undefined && {
        category: oneOf('--category', given.category, improvementCategories),
      }),
      ...(given.cause !== undefined && { cause: given.cause }),
      ...(given.stage !== undefined && { stage: stageOf(given.stage) }),
      ...(given.entry.length > 0 && {
        entries: given.entry.map((name) => findEntry(state, name).id),
      }),
      ...(given.evidence.length > 0 && {
        evidence: given.evidence.map((name) => findEvidenceId(state, name)),
      }),
    };
    const saved = await setAction(writing, fields, action);
    if (!saved.ok)
      throw saved.error.kind === 'text-missing'
        ? new CliProblem(m.textMissing)
        : appendProblem(saved.error);
    const now = await readState(notebook);
    const written = standingActions(now.actions.values()).find(
      ({ id }) => id === saved.value.action,
    );
    if (context.json) await printJson(context, written);
    else
      await context.io.out(
        `${word(context, m.saved, {
          id: saved.value.action.slice(0, 8),
          state: word(context, actionStateMessages[written?.state ?? 'open']),
        })}\n`,
      );
    return exitCodes.good;
  });
}

function findAction(ids: Iterable<string>, name: string): string {
  const found = [...ids].filter((id) => id.startsWith(name.toLowerCase()));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new CliProblem(m.notFound, { action: name });
  return only;
}

function dueOf(text: string): string {
  const microseconds = isoTimeHasZone(text) ? isoTime(text, undefined) : undefined;
  if (microseconds === undefined) throw new CliProblem(m.badDue, { value: text });
  return new Date(Math.floor(microseconds / 1000)).toISOString();
}

function stageOf(text: string): string {
  const numbers = stageIds.map((_stage, index) => String(index + 1));
  const number = oneOf('--stage', text, [...numbers, ...stageIds]);
  return stageIds[Number(number) - 1] ?? number;
}
