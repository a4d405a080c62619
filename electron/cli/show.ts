import { zoneOf } from '#shared/application/entry-context.ts';
import {
  type ShownEntry,
  showNotebook,
  type ShownNotebook,
} from '#shared/application/show-notebook.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
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
  const { incident, entries, evidence, checklists, conflicts, unknown } = shown;
  const marking = incident.tlp === undefined ? '' : `TLP:${incident.tlp} `;
  const lines = [`${marking}${incident.title ?? ''}`, ''];
  lines.push(word(context, cliMessages.showEntries, { n: entries.length }));
  for (const entry of entries) lines.push(`  ${entryLine(context, entry, zone)}`);
  lines.push('', word(context, cliMessages.showEvidence, { n: evidence.length }));
  for (const { no, sha256, name, size } of evidence)
    lines.push(`  ${word(context, cliMessages.evidenceTaken, { no, sha256, name, size })}`);
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

function entryLine(context: CliContext, entry: ShownEntry, zone: string): string {
  const { language } = context;
  const time = formatEntryTime(entry.at, { zone, locale: language, style: 'full' });
  const marks = [
    ...(entry.corrected ? [word(context, cliMessages.showCorrected)] : []),
    ...(entry.withdrawn ? [word(context, cliMessages.showWithdrawn)] : []),
  ];
  const tail = marks.length === 0 ? '' : ` [${marks.join(', ')}]`;
  const names = [
    ...entry.hosts.map((host) => `@${host}`),
    ...entry.stages.map((stage) => `!${stage}`),
    ...entry.techniques.map((technique) => `/${technique}`),
    ...entry.tags.map((tag) => `#${tag}`),
  ];
  const text = entry.text.replaceAll(/\s+/g, ' ');
  return [`No. ${entry.seq}`, time, text, ...names].join('  ') + tail;
}
