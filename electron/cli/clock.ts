import { checkMachineClock } from '#shared/application/machine-clocks.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { compareReadings } from '#shared/domain/clock-reading.ts';
import { type EntryTime, entryTimeAt, toUtcText } from '#shared/domain/time/entry-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import { machineClockLines } from './clock-lines.ts';
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
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readingZone, readPlusMinus, readReading, readReadings } from './read-clock-options.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  reference: 'text',
  showed: 'text',
  when: 'text',
  'plus-minus': 'text',
  note: 'text',
  zone: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `clock check|list`: this machine's own clock. */
export async function runClock(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, ['check', 'list']);
  return action === 'check' ? check(context, words, read.options) : list(context, words);
}

function isNeeded({ p }: SignedLine): boolean {
  return p.seen !== undefined || p.op.t === 'incident.set';
}

async function check(
  context: CliContext,
  [folderWord, ...rest]: readonly string[],
  given: Options,
): Promise<ExitCode> {
  // Before anything takes time: what the reference shows is of this moment.
  const nowMs = context.deps.nowMs();
  const folder = required(context, folderWord, 'FOLDER');
  refuseMore(context, rest);
  const showed = required(context, given.showed, '--showed');
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const zone = readingZone(await readState(notebook, isNeeded), given.zone);
    const difference =
      given.when === undefined
        ? compareReadings(exactly(nowMs, zone), readReading(context, showed, '--showed', zone))
        : readReadings(
            context,
            { showed: given.when, reference: showed },
            { showed: '--when', reference: '--showed' },
            zone,
          );
    const { aheadMs } = difference;
    const plusMinusMs = readPlusMinus(context, given['plus-minus']) ?? difference.plusMinusMs;
    const { reference = '', note = '' } = given;
    const saved = await checkMachineClock(writing, { reference, aheadMs, plusMinusMs, note });
    if (!saved.ok)
      throw saved.error.kind === 'reference-missing'
        ? new CliProblem(m.referenceMissing)
        : appendProblem(saved.error);
    await acknowledge(context, saved.value);
    if (!context.json) {
      const standing = wordStanding({ aheadMs, plusMinusMs }, context.language);
      await context.io.out(`${word(context, m.checked, { standing })}\n`);
    }
    return exitCodes.good;
  });
}

function exactly(ms: number, zone: string): EntryTime {
  return { ...entryTimeAt(ms, zone), utc: toUtcText(ms, 'millisecond'), precision: 'millisecond' };
}

async function list(context: CliContext, words: readonly string[]): Promise<ExitCode> {
  const folder = onlyFolder(context, words);
  return readNotebook(context, folder, async (notebook) => {
    const shown = showNotebook(await readState(notebook));
    if (context.json) await printJson(context, shown.clocks);
    else for (const line of machineClockLines(context, shown)) await context.io.out(`${line}\n`);
    return exitCodes.good;
  });
}
