import { toRfc3339 } from '#shared/application/show-origin.ts';
import { findSeal, writeSeal } from '#shared/application/seals.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import { feedWords, sealWords, shortSeal } from '#shared/journal/seal.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { verifyNotebook } from '../notebook/verify-notebook.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { takeResponse, writeRequest } from './seal-timestamp.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  check: 'text',
  'new-key': 'flag',
  'timestamp-request': 'text',
  'timestamp-response': 'text',
} as const;

/** `seal FOLDER`: one value that changes with any line, to be written on paper. */
export async function runSeal(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const { by, check } = read.options;
  const request = read.options['timestamp-request'];
  const response = read.options['timestamp-response'];
  const isLast = read.options['new-key'];
  // None of them writes a seal, and only a seal ends a feed.
  if (isLast && [request, response, check].some((option) => option !== undefined))
    throw new CliProblem(m.newKeyAlone);
  if (request !== undefined) return writeRequest(context, folder, request);
  if (response !== undefined) return takeResponse(context, folder, response);
  if (check !== undefined) return checkSeal(context, folder, check);
  return seal(context, folder, by, isLast);
}

async function seal(
  context: CliContext,
  folder: string,
  by: string | undefined,
  isLast: boolean,
): Promise<ExitCode> {
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const state = await readState(notebook);
    const { heads, lines } = notebook.describe();
    const written = await writeSeal(writing, state, heads, sha256Hex);
    if (!written.ok) throw appendProblem(written.error);
    const { value } = written.value.seal;
    const words = sealWords(value);
    const short = shortSeal(value);
    const number = written.value.seq;
    const changed = isLast ? await notebook.changeKey() : undefined;
    if (changed?.ok === false) throw appendProblem(changed.error);
    const next = changed?.value;
    if (context.json)
      await printJson(context, { value, words, short, lines, number, ...(next && { next }) });
    else {
      const said = [
        word(context, m.sealWritten, { lines, number }),
        word(context, m.sealOf, { value }),
        word(context, m.sealWordsOf, { words }),
        ...(next === undefined
          ? []
          : [word(context, m.keyChanged, { feed: next, words: feedWords(next) })]),
      ];
      await context.io.out(`${said.join('\n')}\n`);
    }
    return exitCodes.good;
  });
}

async function checkSeal(context: CliContext, folder: string, text: string): Promise<ExitCode> {
  const verified = await verifyNotebook(folder);
  const [state, heads] = await readNotebook(context, folder, async (notebook) => [
    await readState(notebook),
    notebook.describe().heads,
  ]);
  const found = findSeal(state, heads, text, sha256Hex);
  if (!found.ok) throw new CliProblem(m.notSealWords);
  const match = found.value;
  const broken = verified.ok
    ? verified.value.findings.filter(({ severity }) => severity === 'damage')
    : [];
  const outcome =
    match.kind === 'written' ? (broken.length === 0 ? 'holds' : 'broken') : match.kind;
  if (context.json) await printJson(context, { outcome });
  else await context.io.out(`${sealText(context, match, broken.length === 0)}\n`);
  return outcome === 'holds' || outcome === 'now' ? exitCodes.good : exitCodes.findings;
}

function sealText(
  context: CliContext,
  match: Extract<ReturnType<typeof findSeal>, { ok: true }>['value'],
  isWhole: boolean,
): string {
  switch (match.kind) {
    case 'now':
      return word(context, m.sealNow);
    case 'unknown':
      return word(context, m.sealUnknown);
    case 'written': {
      if (!isWhole) return word(context, m.sealBroken);
      const { by, wall, tz } = match.record.origin;
      return word(context, m.sealEarlier, { by, at: toRfc3339(wall, tz) });
    }
  }
}
