import { findItem, itemsInOrder, recordCustody } from '#shared/application/custody.ts';
import { zoneOf } from '#shared/application/entry-context.ts';
import { toRfc3339 } from '#shared/application/show-origin.ts';
import { custodyInOrder, doubtsOfCustody } from '#shared/domain/custody-line.ts';
import { custodyActions, hashResults, sealStates } from '#shared/domain/evidence.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import { reportCustodyMessages } from '#shared/i18n/report-annex-messages.ts';
import { custodyDetails, wordDoubt } from '#shared/i18n/word-custody.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { custodyForm } from '#shared/report/custody-form.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
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
import { writeForm } from './form-file.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  from: 'text',
  to: 'text',
  place: 'text',
  purpose: 'text',
  note: 'text',
  at: 'text',
  witness: 'text',
  delivery: 'text',
  seal: 'text',
  'seal-state': 'text',
  hash: 'text',
  sheet: 'text',
  form: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `custody FOLDER [ITEM [ACTION]]`: what happened to the evidence, and what does not fit in it. */
export async function runCustody(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, item, action, ...rest] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  refuseMore(context, rest);
  if (item !== undefined && action !== undefined)
    return record(context, folder, item, action, read.options);
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const items = item === undefined ? itemsInOrder(state) : [itemNamed(state, item)];
    const { form } = read.options;
    if (form !== undefined) {
      const ids = items.map(({ id }) => id);
      const make = (model: ReportModel) => custodyForm(state, model, ids);
      return writeForm(context, notebook, { state, place: form, make });
    }
    return list(context, state, items);
  });
}

function itemNamed(state: NotebookState, name: string): EvidenceRecord {
  const found = findItem(state, name);
  if (!found.ok) throw new CliProblem(m.unknownItem, { item: name });
  return found.value;
}

async function record(
  context: CliContext,
  folder: string,
  item: string,
  actionWord: string,
  given: Options,
): Promise<ExitCode> {
  const action = oneOf('custody', actionWord, custodyActions);
  const sealState = given['seal-state'];
  const { from = '', to = '', place = '', purpose = '', note = '', hash, at } = given;
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
    const time =
      at === undefined ? undefined : parseTime(at, { nowMs: context.deps.nowMs(), zone });
    if (time?.ok === false) throw new CliProblem(m.unreadTime, { value: at ?? '' });
    const saved = await recordCustody(writing, {
      evidence: itemNamed(state, item).id,
      action,
      from,
      to,
      place,
      purpose,
      note,
      witness: given.witness,
      delivery: given.delivery,
      seal: given.seal,
      sheet: given.sheet,
      ...(time?.ok === true && { at: time.value }),
      ...(sealState !== undefined && { sealState: oneOf('--seal-state', sealState, sealStates) }),
      ...(hash !== undefined && { hash: oneOf('--hash', hash, hashResults) }),
    });
    if (!saved.ok) throw appendProblem(saved.error);
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

async function list(
  context: CliContext,
  state: NotebookState,
  items: readonly EvidenceRecord[],
): Promise<ExitCode> {
  const { language } = context;
  const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
  let doubted = false;
  for (const { id, item, custody } of items) {
    const doubts = doubtsOfCustody(custody);
    doubted ||= doubts.length > 0;
    const inOrder = custodyInOrder(custody);
    if (context.json) {
      const events = inOrder.map(({ op, event, by, wall, tz }) => ({
        id: op,
        ...event,
        by,
        recordedAt: toRfc3339(wall, tz),
      }));
      await printJson(context, { id, no: item?.no ?? null, custody: events, doubts });
      continue;
    }
    const name = visibleText(item?.name ?? '');
    const lines = [word(context, m.listed, { no: item?.no ?? id, name })];
    if (inOrder.length === 0) lines.push(word(context, m.listedNone));
    for (const { event, by, wall, tz } of inOrder) {
      const time =
        event.at === undefined
          ? toRfc3339(wall, tz)
          : formatEntryTime(event.at, { zone, locale: language, style: 'full' });
      const parties = [event.from, event.to].filter((party) => party !== '').join(' → ');
      const details = custodyDetails(event, language).map((fact) => `${fact.name} ${fact.text}`);
      const said = [time, word(context, reportCustodyMessages[event.action]), parties, ...details];
      lines.push(`  ${visibleText([...said, by].filter((part) => part !== '').join(' · '))}`);
    }
    for (const doubt of doubts)
      lines.push(
        word(context, m.listedDoubt, { text: visibleText(wordDoubt(doubt, custody, language)) }),
      );
    await context.io.out(`${lines.join('\n')}\n`);
  }
  return doubted ? exitCodes.findings : exitCodes.good;
}
