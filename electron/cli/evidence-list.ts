import { itemsInOrder } from '#shared/application/custody.ts';
import { evidenceCliMessages as m } from '#shared/i18n/evidence-cli-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import { verifyNotebook } from '../notebook/verify-notebook.ts';
import { type CliContext, type ExitCode, exitCodes, printJson, word } from './command.ts';
import { readNotebook } from './with-notebook.ts';
import { folderProblem } from './word-error.ts';

/** `evidence list FOLDER`: every item by number. */
export async function listEvidence(context: CliContext, folder: string): Promise<ExitCode> {
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const items = itemsInOrder(state).map(({ id, item, origin, custody }) => ({
    id,
    ...item,
    by: origin?.by ?? '',
    custody: custody.length,
  }));
  if (context.json) await printJson(context, { items });
  else if (items.length === 0) await context.io.out(`${word(context, m.none)}\n`);
  else
    for (const { id, no, name, size, sha256 } of items)
      await context.io.out(
        `${word(context, m.line, {
          no: no ?? id,
          name: visibleText(name ?? ''),
          size: size ?? 0,
          sha256: sha256 ?? '',
        })}\n`,
      );
  return exitCodes.good;
}

/** `evidence check FOLDER`: reads every evidence file again and holds it against its hash. */
export async function checkEvidence(context: CliContext, folder: string): Promise<ExitCode> {
  const verified = await verifyNotebook(folder);
  if (!verified.ok) throw folderProblem(verified.error);
  const { evidence } = verified.value;
  const findings = verified.value.findings.filter(({ code }) => code.startsWith('evidence-'));
  if (context.json) await printJson(context, { items: evidence, findings });
  else {
    for (const finding of findings)
      await context.io.out(`${wordFinding(finding, context.language)}\n`);
    if (findings.length === 0)
      await context.io.out(`${word(context, m.allThere, { n: evidence })}\n`);
  }
  return findings.length === 0 ? exitCodes.good : exitCodes.findings;
}
