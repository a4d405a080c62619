import type { AnyItem } from '#shared/domain/evidence.ts';
import { currentFields } from '#shared/journal/records.ts';
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
  const items = itemsInOrder(state).map(({ id, item, origin, fields, custody }) => ({
    id,
    ...item,
    by: origin?.by ?? '',
    fields: currentFields(fields),
    custody: custody.length,
  }));
  if (context.json) await printJson(context, { items });
  else if (items.length === 0) await context.io.out(`${word(context, m.none)}\n`);
  else for (const item of items) await context.io.out(`${itemLine(context, item)}\n`);
  return exitCodes.good;
}

/** An item in one line: its hash where a file is known, else that it is a thing. */
export function itemLine(
  context: CliContext,
  { id, no, name, size, sha256, reference }: Partial<AnyItem> & { readonly id: string },
): string {
  const named = { no: no ?? id, name: visibleText(name ?? '') };
  if (sha256 !== undefined) return word(context, m.line, { ...named, size: size ?? 0, sha256 });
  if (reference === undefined) return word(context, m.lineThing, named);
  const place = { medium: visibleText(reference.medium), sha256: reference.sha256 ?? '–' };
  return word(context, m.lineElsewhere, { ...named, ...place });
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
