import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { redactionMessages as m } from '#shared/i18n/redaction-messages.ts';
import { leftOutAt } from '#shared/journal/left-out.ts';
import type { JsonValue } from '#shared/journal/canonical-json.ts';
import type { Opening } from '#shared/journal/opening.ts';
import { placeOf, saltOf, valueAt } from '#shared/journal/redacted-line.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { listRedacted, originalLine } from '../notebook/redacted-lines.ts';
import { nodeCrypto } from '../notebook/node-crypto.ts';
import { readAnyFolder, readNotebookFolder } from '../notebook/notebook-folder.ts';
import { type OpeningWriteError, writeOpeningFile } from '../notebook/opening-file.ts';
import { unpackIncoming } from '../transfer/incoming-notebook.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
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
    const unpacked = await unpackIncoming(source, path.join(temporary, 'incoming'), { key });
    if (!unpacked.ok)
      throw mergeProblem(context, unpacked.error, path.basename(path.resolve(source)));
    const identity = await readAnyFolder(unpacked.value.folder);
    if (!identity.ok) throw folderProblem(identity.error);
    if (!identity.value.isRedacted) throw new CliProblem(m.notRedacted, { place: source });
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
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) throw folderProblem(identity.error);
  const [, feed = '', number = ''] = /^(k1-[0-9a-f]{1,32}):(\d{1,15})$/.exec(named) ?? [];
  if (feed === '') throw new CliProblem(m.badLine, { line: named });
  const found = await originalLine(folder, feed, Number(number));
  if (found === undefined) throw new CliProblem(m.noSuchLine, { line: named });
  const { line, text } = found;
  const place = { feed: line.p.feed, seq: line.p.seq };
  const opening: Opening = {
    notebook: identity.value.notebook,
    values: given.at.map((at) => ({ ...place, ...openedAt(line, at, named) })),
    lines: given.at.length > 0 ? [] : [{ ...place, line: text }],
  };
  const written = await writeOpeningFile(out, opening);
  if (!written.ok) throw openingProblem(written.error, out);
  const counts = { values: opening.values.length, lines: opening.lines.length };
  if (context.json) await printJson(context, { place: out, ...counts });
  else await context.io.out(`${word(context, m.opened, { file: out, ...counts })}\n`);
  return exitCodes.good;
}

function openingProblem(error: OpeningWriteError, file: string): CliProblem {
  switch (error.kind) {
    case 'out-exists':
      return new CliProblem(m.openingExists, { file });
    case 'too-large':
      return new CliProblem(m.openingTooLarge);
    case 'disk-full':
      return new CliProblem(cliMessages.diskFull);
    case 'no-access':
      return new CliProblem(errorMessages.openNoAccess, { place: file, detail: error.detail });
  }
}

function openedAt(line: Omit<SignedLine, 'hash'>, at: string, named: string) {
  const payload = line.p as unknown as JsonValue;
  const value = valueAt(payload, at);
  if (value === undefined) {
    const places = ['/by', ...Object.keys(line.p.op).map((field) => placeOf('op', field))];
    throw new CliProblem(m.noSuchPlace, { line: named, at, places: places.join(' ') });
  }
  return { at, salt: saltOf(line.s, at, nodeCrypto()), value };
}
