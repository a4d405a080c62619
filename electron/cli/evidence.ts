import { lstat } from 'node:fs/promises';
import { describeItem } from '#shared/application/evidence.ts';
import { findItem, recordCustody } from '#shared/application/custody.ts';
import { zoneOf } from '#shared/application/entry-context.ts';
import { recheckEvent } from '#shared/application/recheck.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { custodyMessages } from '#shared/i18n/custody-messages.ts';
import { evidenceCliMessages as m } from '#shared/i18n/evidence-cli-messages.ts';
import { wordTakenFolder } from '#shared/i18n/word-intake.ts';
import { addFile, addKept, type AddFileOptions, addReference } from '../notebook/add-evidence.ts';
import { addFolder } from '../notebook/add-folder.ts';
import { exactPath } from '../notebook/exact-path.ts';
import { checkKeptFile } from '../notebook/kept-file.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
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
import { checkEvidence, itemLine, listEvidence } from './evidence-list.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { itemOptions, readHashes, readItemOptions } from './read-item-options.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem, fileProblem, listingProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  ...itemOptions,
  by: 'text',
  note: 'text',
  hash: 'text',
  reference: 'text',
} as const;
const actions = ['add', 'item', 'set', 'list', 'check'] as const;

/** `evidence add|item|set|list|check`: what is evidence, what is known of it, and whether it is still there. */
export async function runEvidence(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, folderWord, ...rest] = read.words;
  const wanted = oneOf('evidence', required(context, action, actions.join('|')), actions);
  const folder = required(context, folderWord, 'FOLDER');
  const [first, second, ...more] = rest;
  const given: Given = read.options;
  switch (wanted) {
    case 'add':
      required(context, first, 'FILE');
      return add(context, folder, rest, given);
    case 'item':
      refuseMore(context, rest.slice(1));
      return addItem(context, folder, required(context, first, 'NAME'), given);
    case 'set':
      refuseMore(context, rest.slice(1));
      return describe(context, folder, required(context, first, 'ITEM'), given);
    case 'list':
      refuseMore(context, rest);
      return listEvidence(context, folder);
    case 'check':
      refuseMore(context, more);
      return first === undefined
        ? checkEvidence(context, folder)
        : recheck(context, folder, first, required(context, second, 'FILE'), given);
  }
}

type Given = Readonly<Record<string, unknown>> & {
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly hash: string | undefined;
  readonly reference: string | undefined;
};

async function zoneIn(notebook: OpenNotebook): Promise<string> {
  const state = await readState(notebook, ({ p }) => p.op.t === 'incident.set');
  return canonicalZone(zoneOf(state)) ?? 'UTC';
}

async function add(
  context: CliContext,
  folder: string,
  files: readonly string[],
  { by, note = '', hash, reference, ...given }: Given,
): Promise<ExitCode> {
  const hashes = readHashes(hash);
  return writeNotebook(context, folder, by, async (notebook) => {
    const fields = readItemOptions(context, given, await zoneIn(notebook));
    const intake: AddFileOptions = { note, hashes, fields };
    let exitCode: ExitCode = exitCodes.good;
    for (const file of files) {
      const problem =
        reference !== undefined
          ? await addElsewhere(context, notebook, file, { ...intake, medium: reference })
          : (await isFolder(file))
            ? await addWhole(context, notebook, file, intake)
            : await addOne(context, notebook, file, intake);
      if (problem === undefined) continue;
      // The others are taken all the same: one unreadable file is no reason to lose the rest.
      await context.io.error(`${word(context, problem.text, problem.values)}\n`);
      exitCode = exitCodes.wrong;
    }
    return exitCode;
  });
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await lstat((await exactPath(file)) ?? file)).isDirectory();
  } catch {
    // What is wrong with it is said when it is taken.
    return false;
  }
}

async function addOne(
  context: CliContext,
  notebook: OpenNotebook,
  file: string,
  intake: AddFileOptions,
): Promise<CliProblem | undefined> {
  const added = await addFile(notebook, file, intake);
  if (!added.ok) return fileProblem(added.error, file);
  const { id, seq, hash, item } = added.value;
  if (context.json) {
    await printJson(context, { id, seq, hash, ...item });
    return undefined;
  }
  const values = { no: item.no, sha256: item.sha256, name: item.name, size: item.size };
  await context.io.out(`${word(context, cliMessages.evidenceTaken, values)}\n`);
  for (const [name, value = ''] of Object.entries(item.hashes ?? {}))
    await context.io.out(`${word(context, m.oldHash, { name, value })}\n`);
  if (item.changedWhileReading)
    await context.io.error(`${word(context, cliMessages.evidenceChanged, values)}\n`);
  return undefined;
}

async function addWhole(
  context: CliContext,
  notebook: OpenNotebook,
  folder: string,
  intake: AddFileOptions,
): Promise<CliProblem | undefined> {
  const taken = await addFolder(notebook, folder, intake);
  if (!taken.ok) return listingProblem(taken.error, folder);
  const { list, ...counts } = taken.value;
  if (context.json) await printJson(context, { ...counts, list: list.no });
  else {
    const { name, cancelled: _cancelled, refused, ...rest } = counts;
    const folded = { ...rest, refused: { ...refused }, list: list.no };
    await context.io.out(`${wordTakenFolder(name, folded, context.language)}\n`);
  }
  return undefined;
}

async function addElsewhere(
  context: CliContext,
  notebook: OpenNotebook,
  file: string,
  intake: AddFileOptions & { readonly medium: string },
): Promise<CliProblem | undefined> {
  const added = await addReference(notebook, file, intake);
  if (!added.ok) return fileProblem(added.error, file);
  const { id, seq, hash, item } = added.value;
  if (context.json) await printJson(context, { id, seq, hash, ...item });
  else await context.io.out(`${itemLine(context, { id, ...item })}\n`);
  return undefined;
}

async function addItem(
  context: CliContext,
  folder: string,
  name: string,
  { by, note = '', hash: _hash, reference, ...given }: Given,
): Promise<ExitCode> {
  return writeNotebook(context, folder, by, async (notebook) => {
    const fields = readItemOptions(context, given, await zoneIn(notebook));
    const kept = {
      name,
      note,
      ...(reference !== undefined && { reference: { medium: reference } }),
    };
    const added = await addKept(notebook, kept, fields);
    if (!added.ok) throw appendProblem(added.error.append);
    const { id, seq, hash, item } = added.value;
    if (context.json) await printJson(context, { id, seq, hash, ...item });
    else await context.io.out(`${itemLine(context, { id, ...item })}\n`);
    return exitCodes.good;
  });
}

async function describe(
  context: CliContext,
  folder: string,
  name: string,
  { by, ...given }: Given,
): Promise<ExitCode> {
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const found = findItem(await readState(notebook), name);
    if (!found.ok) throw new CliProblem(custodyMessages.unknownItem, { item: name });
    const fields = readItemOptions(context, given, await zoneIn(notebook));
    if (Object.keys(fields).length === 0) throw new CliProblem(m.nothingSaid);
    const saved = await describeItem(writing, found.value.id, fields);
    if (!saved.ok) throw appendProblem(saved.error);
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

/** Reads a file that stays elsewhere again, says what came of it, and writes it into its custody. */
async function recheck(
  context: CliContext,
  folder: string,
  name: string,
  file: string,
  { by }: Given,
): Promise<ExitCode> {
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const found = findItem(await readState(notebook), name);
    if (!found.ok) throw new CliProblem(custodyMessages.unknownItem, { item: name });
    const { id, item } = found.value;
    if (item?.reference?.sha256 === undefined) throw new CliProblem(m.notElsewhere, { item: name });
    const checked = await checkKeptFile(file, item.reference);
    if (!checked.ok) throw fileProblem(checked.error, file);
    const event = recheckEvent(id, item.reference, checked.value, notebook.program);
    const saved = await recordCustody(writing, event);
    if (!saved.ok) throw appendProblem(saved.error);
    const { same, changedSegments } = checked.value;
    if (context.json) await printJson(context, { item: item.no, ...checked.value });
    else {
      const values = { no: item.no, n: changedSegments.length };
      await context.io.out(`${word(context, same ? m.recheckSame : m.recheckDiffers, values)}\n`);
    }
    return same ? exitCodes.good : exitCodes.findings;
  });
}
