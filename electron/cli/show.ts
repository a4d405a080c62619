import { zoneOf } from '#shared/application/entry-context.ts';
import { showNotebook, type ShownNotebook } from '#shared/application/show-notebook.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { itemLine } from './evidence-list.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  word,
} from './command.ts';
import { machineClockLines, sourceLines } from './clock-lines.ts';
import { entryLines } from './entry-lines.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

/** `show FOLDER`: the folded state. */
export async function runShow(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words } = readArguments(context.verb, args, commonOptions);
  const folder = onlyFolder(context, words);
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const shown = showNotebook(state);
    const { notebook: id, name, findings, heads } = notebook.describe();
    if (context.json) await printJson(context, { notebook: id, name, ...shown, heads, findings });
    else {
      const zone = zoneOf(state);
      await print(context, shown, isZone(zone) ? zone : 'UTC');
      for (const found of findings)
        await context.io.error(`${visibleText(wordFinding(found, context.language))}\n`);
    }
    return exitCodes.good;
  });
}

async function print(context: CliContext, shown: ShownNotebook, zone: string): Promise<void> {
  const { incident, entries, evidence, sources, checklists, conflicts, unknown } = shown;
  const marking = incident.tlp === undefined ? '' : `TLP:${incident.tlp} `;
  const lines = [`${marking}${incident.title ?? ''}`, ''];
  lines.push(word(context, cliMessages.showEntries, { n: entries.length }));
  for (const line of entryLines(context, shown, zone)) lines.push(`  ${line}`);
  lines.push('', word(context, cliMessages.showEvidence, { n: evidence.length }));
  for (const item of evidence) lines.push(`  ${itemLine(context, item)}`);
  lines.push('', word(context, clockMessages.showSources, { n: sources.length }));
  for (const source of sources)
    for (const line of sourceLines(context, source, zone)) lines.push(`  ${line}`);
  const clocks = machineClockLines(context, shown);
  if (clocks.length > 0) lines.push('', word(context, clockMessages.showMachineClocks));
  for (const line of clocks) lines.push(`  ${line}`);
  lines.push('', word(context, cliMessages.showChecklists));
  for (const { title, items } of checklists) {
    const done = items.filter(({ state }) => state === 'done').length;
    const values = { title: title[context.language], done, total: items.length };
    lines.push(`  ${word(context, cliMessages.showDone, values)}`);
  }
  if (conflicts.length > 0)
    lines.push('', word(context, cliMessages.showConflicts, { n: conflicts.length }));
  const newer = unknown.reduce((sum, { count }) => sum + count, 0);
  if (newer > 0) lines.push('', word(context, cliMessages.showUnknown, { n: newer }));
  await context.io.out(`${lines.map(visibleText).join('\n')}\n`);
}
