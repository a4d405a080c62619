import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { needsAttention } from '#shared/journal/finding.ts';
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
import { folderProblem } from './word-error.ts';

/** `verify FOLDER`: everything that the folder can be held to. */
export async function runVerify(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words } = readArguments(context.verb, args, commonOptions);
  const folder = onlyFolder(context, words);
  const verified = await inThisProcess.verify(folder);
  if (!verified.ok) throw folderProblem(verified.error);
  const { findings, feeds, lines, evidence, seal } = verified.value;
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
    });
    return exitCode;
  }
  for (const found of findings)
    await context.io.out(`${visibleText(wordFinding(found, context.language))}\n`);
  const message = findings.length === 0 ? cliMessages.verifyGood : cliMessages.verifyFound;
  const values = { n: findings.length, feeds, lines, evidence };
  await context.io.out(`${word(context, message, values)}\n`);
  await context.io.out(`${word(context, cliMessages.verifySeal, { seal })}\n`);
  return exitCode;
}
