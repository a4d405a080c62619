import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import { redactionMessages as m } from '#shared/i18n/redaction-messages.ts';
import { leftOutAt } from '#shared/journal/left-out.ts';
import type { OpeningError } from '../notebook/make-opening.ts';
import type { OpeningWriteError } from '../notebook/opening-file.ts';
import { listRedacted } from '../notebook/redacted-lines.ts';
import { unpackRedacted, writeOpeningOf } from '../transfer/hidden-lines.ts';
import { ageKeyOf } from './age-options.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  readAction,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { mergeProblem } from './transfer-problem.ts';
import { folderProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  line: 'text',
  at: 'list',
  out: 'text',
  'age-passphrase-file': 'text',
  identity: 'text',
} as const;

type Options = ReturnType<typeof readArguments<typeof options>>['options'];

/** `redaction list COPY` and `redaction open FOLDER`: what a redacted copy hides, and showing some of it. */
export async function runRedaction(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, ['list', 'open']);
  const folder = onlyFolder(context, words);
  return action === 'list'
    ? list(context, folder, read.options)
    : openLine(context, folder, read.options);
}

async function list(context: CliContext, source: string, given: Options): Promise<ExitCode> {
  const key = await ageKeyOf(given['age-passphrase-file'], given.identity);
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-redaction-'));
  try {
    const unpacked = await unpackRedacted({ source, key, temporary });
    if (!unpacked.ok) {
      if (unpacked.error.kind === 'not-redacted')
        throw new CliProblem(m.notRedacted, { place: source });
      if (unpacked.error.kind === 'not-a-notebook') throw folderProblem(unpacked.error);
      throw mergeProblem(context, unpacked.error, path.basename(path.resolve(source)));
    }
    const lines = await listRedacted(unpacked.value.folder);
    if (context.json) {
      await printJson(context, lines);
      return exitCodes.good;
    }
    for (const { feed, seq, type, wall, tz, hidden, op } of lines)
      await context.io.out(
        `${word(context, m.listedLine, {
          feed: feed.slice(0, shownFeed),
          number: String(seq),
          at: leftOutAt({ wall, tz }),
          type,
          places: hidden.join(' '),
          rest: JSON.stringify(op),
        })}\n`,
      );
    return exitCodes.good;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** `k1-` and eight digits: what findings show of a feed. */
const shownFeed = 11;

async function openLine(context: CliContext, folder: string, given: Options): Promise<ExitCode> {
  const named = required(context, given.line, '--line');
  const out = path.resolve(required(context, given.out, '--out'));
  const [, feed = '', number = ''] = /^(k1-[0-9a-f]{1,32}):(\d{1,15})$/.exec(named) ?? [];
  if (feed === '') throw new CliProblem(m.badLine, { line: named });
  const shown = [{ feed, seq: Number(number), at: given.at }];
  const written = await writeOpeningOf(folder, { shown, out });
  if (!written.ok) throw openingProblem(written.error, { file: out, line: named });
  const counts = written.value;
  if (context.json) await printJson(context, { place: out, ...counts });
  else await context.io.out(`${word(context, m.opened, { file: out, ...counts })}\n`);
  return exitCodes.good;
}

function openingProblem(
  error: OpeningError | OpeningWriteError,
  { file, line }: { readonly file: string; readonly line: string },
): CliProblem {
  switch (error.kind) {
    case 'no-such-line':
      return new CliProblem(m.noSuchLine, { line });
    case 'no-such-place': {
      const { at, places } = error;
      return new CliProblem(m.noSuchPlace, { line, at, places: places.join(' ') });
    }
    case 'out-exists':
      return new CliProblem(m.openingExists, { file });
    case 'too-large':
      return new CliProblem(m.openingTooLarge);
    case 'disk-full':
      return new CliProblem(m.openingDiskFull);
    case 'out-failed':
      return new CliProblem(errorMessages.openNoAccess, { place: file, detail: error.detail });
    case 'not-found':
    case 'not-a-notebook':
    case 'newer-notebook':
    case 'redacted-copy':
    case 'already-exists':
    case 'no-access':
      return folderProblem(error);
  }
}
