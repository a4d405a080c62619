import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { tlpText } from '#shared/catalogue/tlp.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import { redactionMessages } from '#shared/i18n/redaction-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { type Finding, needsAttention } from '#shared/journal/finding.ts';
import type { Opening } from '#shared/journal/opening.ts';
import { standingReleases } from '#shared/application/releases.ts';
import { releaseCliMessages } from '#shared/i18n/release-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readOpeningFile } from '../notebook/opening-file.ts';
import type { Verification } from '../notebook/verify-notebook.ts';
import { verifyIncoming } from '../transfer/verify-incoming.ts';
import { ageKeyOf } from './age-options.ts';
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
import { readState } from '../notebook/read-state.ts';
import { readNotebook } from './with-notebook.ts';
import { mergeProblem } from './transfer-problem.ts';
import { folderProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  opening: 'text',
  'age-passphrase-file': 'text',
  identity: 'text',
} as const;

/** `verify FOLDER|BUNDLE`: everything that a notebook or a redacted copy can be held to. */
export async function runVerify(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options: given } = readArguments(context.verb, args, options);
  const source = onlyFolder(context, words);
  const opening = given.opening === undefined ? undefined : await readOpening(given.opening);
  const key = await ageKeyOf(given['age-passphrase-file'], given.identity);
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-verify-'));
  try {
    const verified = await verifyIncoming({ source, key, opening, temporary });
    if (!verified.ok)
      throw verified.error.kind === 'not-a-notebook'
        ? folderProblem(verified.error)
        : mergeProblem(context, verified.error, path.basename(path.resolve(source)));
    const { verification, folder } = verified.value;
    if (verification.redaction === undefined && opening !== undefined)
      throw new CliProblem(redactionMessages.notRedacted, { place: source });
    return await printVerification(context, folder, verification);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function printVerification(
  context: CliContext,
  folder: string,
  { findings, feeds, lines, evidence, seal, redaction }: Verification,
): Promise<ExitCode> {
  const released = redaction === undefined ? await releasedFiles(context, folder, findings) : [];
  const exitCode = needsAttention(findings) ? exitCodes.findings : exitCodes.good;
  if (context.json) {
    const worded = findings.map((found) => ({
      ...found,
      text: wordFinding(found, context.language),
    }));
    await printJson(context, {
      ok: exitCode === 0,
      findings: worded,
      feeds,
      lines,
      evidence,
      seal,
      released,
      ...(redaction && { redaction }),
    });
    return exitCode;
  }
  for (const found of findings)
    await context.io.out(`${visibleText(wordFinding(found, context.language))}\n`);
  if (redaction?.tlp !== undefined) {
    const label = tlpText(redaction.tlp);
    await context.io.out(`${word(context, redactionMessages.copyMadeFor, { label })}\n`);
  }
  const isCopyInOrder = redaction !== undefined && exitCode === exitCodes.good;
  const message = isCopyInOrder
    ? redactionMessages.verifiedCopy
    : findings.length === 0
      ? cliMessages.verifyGood
      : cliMessages.verifyFound;
  const values = { n: findings.length, feeds, lines, evidence };
  await context.io.out(`${word(context, message, values)}\n`);
  await context.io.out(`${word(context, cliMessages.verifySeal, { seal })}\n`);
  for (const { whole, ...file } of released)
    await context.io.out(
      `${word(context, whole ? releaseCliMessages.verifyWhole : releaseCliMessages.verifyBroken, file)}\n`,
    );
  return exitCode;
}

async function readOpening(file: string): Promise<Opening> {
  const read = await readOpeningFile(file);
  if (read.ok) return read.value;
  if (read.error.kind === 'not-an-opening')
    throw new CliProblem(redactionMessages.notAnOpening, { file });
  throw new CliProblem(errorMessages.openNoAccess, { place: file, detail: read.error.detail });
}

/** The released reports, and whether the check of the evidence found their files whole. */
async function releasedFiles(context: CliContext, folder: string, findings: readonly Finding[]) {
  const broken = new Set(
    findings
      .filter(({ code }) => code === 'evidence-missing' || code === 'evidence-changed')
      .map(({ values }) => values?.['sha256']),
  );
  const state = await readNotebook(context, folder, (notebook) =>
    readState(notebook, ({ p }) => p.op.t.startsWith('release.') || p.op.t === 'evidence.add'),
  );
  return standingReleases(state.releases.values()).flatMap(({ submission, files }) =>
    files.map(({ format, evidence, sha256 }) => {
      const item = state.evidence.get(evidence)?.item;
      // The line that freezes a file and the item with its bytes have to name the same ones.
      const whole = item?.sha256 === sha256 && !broken.has(sha256);
      return { no: submission.no, format, evidence: item?.no ?? evidence, sha256, whole };
    }),
  );
}
