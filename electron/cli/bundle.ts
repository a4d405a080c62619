import path from 'node:path';
import { redactionMessages } from '#shared/i18n/redaction-messages.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { readState } from '../notebook/read-state.ts';
import type { LeftOut } from '../transfer/bundle-contents.ts';
import { bundleMaker } from '../transfer/sign-left-out.ts';
import { writeBundle } from '../transfer/write-bundle.ts';
import { ageLockOf } from './age-options.ts';
import { runRedact } from './bundle-redacted.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { bundleProblem } from './transfer-problem.ts';
import { userDataFolder } from './user-data.ts';
import { readNotebook } from './with-notebook.ts';

const options = {
  ...commonOptions,
  out: 'text',
  since: 'text',
  recipient: 'list',
  'age-passphrase-file': 'text',
  'largest-evidence': 'text',
  split: 'text',
  by: 'text',
  redact: 'flag',
  tlp: 'text',
  hide: 'list',
  'dry-run': 'flag',
} as const;

const mebibyte = 1_048_576;

/** `bundle FOLDER --out FILE`: the whole notebook as one file to carry. */
export async function runBundle(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const { since, recipient } = read.options;
  const lock = await ageLockOf(read.options['age-passphrase-file'], recipient);
  const largest = megabytes(read.options['largest-evidence']);
  const splitBytes = partBytes(read.options.split);
  refuseOthersOptions(read.options);
  if (read.options.redact) {
    const isDryRun = read.options['dry-run'];
    const wanted = isDryRun ? undefined : required(context, read.options.out, '--out');
    const { tlp, hide, by } = read.options;
    return runRedact(context, folder, { out: wanted, lock, splitBytes, tlp, hide, by });
  }
  const out = required(context, read.options.out, '--out');
  const written = await writeBundle(folder, {
    out,
    lock,
    largestEvidence: largest,
    splitBytes,
    since: since === undefined ? undefined : await feedOfDevice(context, folder, since),
    maker: await bundleMaker(folder, {
      userData: userDataFolder(context.io.env),
      protection: context.deps.protection,
      by: read.options.by ?? '',
    }),
    app: context.deps.app,
    nowMs: context.deps.nowMs(),
  });
  if (!written.ok) throw bundleProblem(written.error);
  const { value } = written;
  if (context.json) {
    await printJson(context, { place: out, ...value });
    return exitCodes.good;
  }
  for (const left of value.leftOut) await context.io.out(`${leftOutText(context, left)}\n`);
  for (const sha256 of value.changed)
    await context.io.error(`${word(context, m.bundledChanged, { sha256 })}\n`);
  const { lines, evidence, sha256, bytes: size } = value;
  const said = [
    word(context, m.bundled, { place: out, lines, evidence, size, sha256 }),
    ...(value.parts.length === 0
      ? []
      : [word(context, m.bundledParts, { n: value.parts.length, whole: path.basename(out) })]),
    word(context, m.sealOf, { value: value.seal }),
    word(context, m.sealWordsOf, { words: value.words }),
  ];
  await context.io.out(`${said.join('\n')}\n`);
  return exitCodes.good;
}

type Options = ReturnType<typeof readArguments<typeof options>>['options'];

/** What only a redacted copy knows, and what it does not. */
function refuseOthersOptions(given: Options): void {
  const used = (names: readonly (keyof Options)[]) =>
    names.find((name) => {
      const value = given[name];
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    });
  const other = given.redact
    ? used(['since', 'largest-evidence'])
    : used(['tlp', 'hide', 'dry-run']);
  if (other === undefined) return;
  const message = given.redact ? redactionMessages.notWithRedact : redactionMessages.onlyWithRedact;
  throw new CliProblem(message, { option: `--${other}` });
}

function leftOutText(context: CliContext, { because, no, bytes }: LeftOut): string {
  switch (because) {
    case 'too-large':
      return word(context, m.leftOutTooLarge, { no, size: bytes });
    case 'receiver-has-it':
      return word(context, m.leftOutKnown, { no });
    case 'missing-here':
      return word(context, m.leftOutMissing, { no });
  }
}

function megabytes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (number === undefined) throw new CliProblem(m.notMebibytes, { value: text });
  return number * mebibyte;
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  kib: 1_024,
  mib: 1_048_576,
  gib: 1_073_741_824,
  kb: 1_000,
  mb: 1_000_000,
  gb: 1_000_000_000,
};

/** Every part stays below the size that was asked for: the largest file on FAT32 is 4 GiB less one byte. */
function partBytes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, digits, unit = ''] = /^(\d{1,12}) ?([kmg]i?b)?$/i.exec(text) ?? [];
  const bytes = Number(digits) * (units[unit.toLowerCase()] ?? NaN);
  if (!(bytes > smallestPart)) throw new CliProblem(m.notPartSize, { value: text });
  return bytes - 1;
}

/** Below this a bundle of any size would be a heap of crumbs. */
const smallestPart = 65_536;

/** A device by its feed or by its label. */
async function feedOfDevice(context: CliContext, folder: string, device: string): Promise<string> {
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const devices: NotebookState['feeds'] = state.feeds;
  if (devices.has(device)) return device;
  const named = [...devices.values()].filter((feed) => feed.device === device);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only.id;
  const known = (named.length > 1 ? named : [...devices.values()])
    .map((feed) => (named.length > 1 ? feed.id : feed.device))
    .join(', ');
  throw new CliProblem(named.length > 1 ? m.severalDevices : m.unknownDevice, { device, known });
}
