import { zoneOf } from '#shared/application/entry-context.ts';
import type { AppendError } from '#shared/application/ports.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import {
  measureSourceClock,
  registerSource,
  type SourceNameError,
} from '#shared/application/sources.ts';
import type { ClockDifference } from '#shared/domain/clock-reading.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import { sourceLines } from './clock-lines.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  readAction,
  refuseMore,
  required,
  word,
} from './command.ts';
import { findSource } from './find-source.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import {
  readingZone,
  readOffset,
  readPlusMinus,
  readReading,
  readReadings,
} from './read-clock-options.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  offset: 'text',
  showed: 'text',
  when: 'text',
  'plus-minus': 'text',
  'measured-at': 'text',
  how: 'text',
  zone: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `source add|list|clock`: whatever has a clock, and how far that was off. */
export async function runSource(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, ['add', 'list', 'clock']);
  switch (action) {
    case 'add':
      return add(context, words, read.options);
    case 'list':
      return list(context, words);
    case 'clock':
      return measure(context, words, read.options);
  }
}

/** Zone, sources, and what devices have seen of each other. */
function isNeeded({ p }: SignedLine): boolean {
  return p.seen !== undefined || p.op.t === 'incident.set' || p.op.t.startsWith('source.');
}

async function add(
  context: CliContext,
  [folderWord, ...names]: readonly string[],
  { by }: Options,
): Promise<ExitCode> {
  const folder = required(context, folderWord, 'FOLDER');
  required(context, names[0], 'NAME');
  const name = names.join(' ');
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const { sources } = await readState(notebook, isNeeded);
    const saved = await registerSource(writing, name, sources.values());
    if (!saved.ok) throw addProblem(saved.error);
    const { id, feed, seq, hash } = saved.value;
    if (context.json) await printJson(context, { id, feed, seq, hash, name: name.trim() });
    else await context.io.out(`${word(context, m.sourceAdded, { name: name.trim(), id })}\n`);
    return exitCodes.good;
  });
}

function addProblem(error: AppendError | SourceNameError): CliProblem {
  switch (error.kind) {
    case 'name-missing':
      return new CliProblem(m.nameMissing);
    case 'name-too-long':
      return new CliProblem(m.nameTooLong);
    case 'name-taken':
      return new CliProblem(m.nameTaken);
    case 'no-notebook':
    case 'read-only':
    case 'disk-full':
    case 'too-long':
    case 'write-failed':
    case 'invalid':
      return appendProblem(error);
  }
}

async function list(context: CliContext, words: readonly string[]): Promise<ExitCode> {
  const folder = onlyFolder(context, words);
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook, isNeeded);
    const { sources } = showNotebook(state);
    const zone = zoneOf(state);
    if (context.json) await printJson(context, sources);
    else
      for (const source of sources)
        for (const line of sourceLines(context, source, isZone(zone) ? zone : 'UTC'))
          await context.io.out(`${line}\n`);
    return exitCodes.good;
  });
}

async function measure(
  context: CliContext,
  [folderWord, sourceWord, ...rest]: readonly string[],
  given: Options,
): Promise<ExitCode> {
  const folder = required(context, folderWord, 'FOLDER');
  const name = required(context, sourceWord, 'SOURCE');
  refuseMore(context, rest);
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook, isNeeded);
    const source = findSource(state, name);
    const zone = readingZone(state, given.zone);
    const { measuredAt, ...difference } = readDifference(context, given, zone);
    const plusMinusMs = readPlusMinus(context, given['plus-minus']) ?? difference.plusMinusMs;
    const at = given['measured-at'];
    const clock = {
      ...difference,
      plusMinusMs,
      measuredAt:
        at === undefined ? measuredAt : readReading(context, at, '--measured-at', zone).utc,
      how: given.how ?? '',
    };
    const saved = await measureSourceClock(writing, source.id, clock);
    if (!saved.ok)
      throw saved.error.kind === 'how-missing'
        ? new CliProblem(m.howMissing)
        : appendProblem(saved.error);
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

/** The offset as it was given, or worked out from two readings; these say when as well. */
function readDifference(
  context: CliContext,
  { offset, showed, when }: Options,
  zone: string,
): ClockDifference & { readonly measuredAt: string | null } {
  if (offset !== undefined && showed === undefined && when === undefined)
    return { ...readOffset(context, offset), measuredAt: null };
  if (offset !== undefined || showed === undefined || when === undefined)
    throw new CliProblem(m.offsetOrReadings);
  const { aheadMs, plusMinusMs, reference } = readReadings(
    context,
    { showed, reference: when },
    { showed: '--showed', reference: '--when' },
    zone,
  );
  return { aheadMs, plusMinusMs, measuredAt: reference.utc };
}
