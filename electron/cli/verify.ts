import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { type Finding, needsAttention } from '#shared/journal/finding.ts';
import { standingReleases } from '#shared/application/releases.ts';
import { releaseCliMessages } from '#shared/i18n/release-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { inThisProcess } from '../notebook/background.ts';
import {
  type CliContext,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readState } from '../notebook/read-state.ts';
import { readNotebook } from './with-notebook.ts';
import { folderProblem } from './word-error.ts';

/** `verify FOLDER`: everything that the folder can be held to. */
export async function runVerify(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words } = readArguments(context.verb, args, commonOptions);
  const folder = onlyFolder(context, words);
  const verified = await inThisProcess.verify(folder);
  if (!verified.ok) throw folderProblem(verified.error);
  const { findings, feeds, lines, evidence, seal } = verified.value;
  const released = await releasedFiles(context, folder, findings);
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
    });
    return exitCode;
  }
  for (const found of findings)
    await context.io.out(`${visibleText(wordFinding(found, context.language))}\n`);
  const message = findings.length === 0 ? cliMessages.verifyGood : cliMessages.verifyFound;
  const values = { n: findings.length, feeds, lines, evidence };
  await context.io.out(`${word(context, message, values)}\n`);
  await context.io.out(`${word(context, cliMessages.verifySeal, { seal })}\n`);
  for (const { whole, ...file } of released)
    await context.io.out(
      `${word(context, whole ? releaseCliMessages.verifyWhole : releaseCliMessages.verifyBroken, file)}\n`,
    );
  return exitCode;
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
