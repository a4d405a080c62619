import type { ShownEntry, ShownNotebook } from '#shared/application/show-notebook.ts';
import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import { correctedTime } from '#shared/domain/source.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { cliMessages as m } from '#shared/i18n/cli-messages.ts';
import { confidenceMessages, linkMessages } from '#shared/i18n/entry-words.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import { type CliContext, word } from './command.ts';

/** The entries as `show` prints them: one line each, and what else they say below it. */
export function entryLines(
  context: CliContext,
  { entries, sources }: Pick<ShownNotebook, 'entries' | 'sources'>,
  zone: string,
): readonly string[] {
  const { language } = context;
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map(entries.map(({ id, seq }) => [id, `No. ${seq}`]));
  const timeText = (time: EntryTime) =>
    formatEntryTime(time, { zone, locale: language, style: 'full' });
  return entries.flatMap((entry) => {
    const source = bySource.get(entry.source ?? '');
    const at = correctedTime(entry.at, source?.clock ?? undefined);
    const details: string[] = [];
    if (entry.source !== null) {
      const name = source?.name ?? entry.source;
      details.push(
        at === entry.at
          ? word(context, m.showTimeOf, { source: name })
          : word(context, m.showSourceShowed, { source: name, time: timeText(entry.at) }),
      );
    }
    if (entry.noticed !== null)
      details.push(word(context, m.showNoticed, { time: timeText(entry.noticed) }));
    for (const { type, entry: id } of entry.links)
      details.push(`${word(context, linkMessages[type])} ${numbers.get(id) ?? id}`);
    for (const { source: id, line } of entry.rows) {
      const file = bySource.get(id)?.name ?? id;
      details.push(word(context, m.showRow, { file, line: String(line) }));
    }
    return [firstLine(context, entry, timeText(at)), ...details.map((detail) => `    ${detail}`)];
  });
}

function firstLine(context: CliContext, entry: ShownEntry, time: string): string {
  const { confidence, basis, logSource } = entry;
  const known = Object.entries(confidenceMessages).find(([name]) => name === confidence)?.[1];
  const marks = [
    ...(entry.corrected ? [word(context, m.showCorrected)] : []),
    ...(entry.withdrawn ? [word(context, m.showWithdrawn)] : []),
    ...(known === undefined ? [] : [word(context, known)]),
    ...(basis === 'fact' ? [word(context, timelineMessages.fact)] : []),
    ...(basis === 'opinion' ? [word(context, timelineMessages.opinion)] : []),
  ];
  const tail = marks.length === 0 ? '' : ` [${marks.join(', ')}]`;
  const kindOfLog = logSource === null ? undefined : (logSourceById(logSource)?.name ?? undefined);
  const names = [
    ...entry.hosts.map((host) => `@${host}`),
    ...entry.accounts.map((account) => `&${account}`),
    ...entry.stages.map((stage) => `!${stage}`),
    ...entry.techniques.map((technique) => `/${technique}`),
    ...entry.tags.map((tag) => `#${tag}`),
    ...(logSource === null ? [] : [`$${kindOfLog?.[context.language] ?? logSource}`]),
  ];
  const text = entry.text.replaceAll(/\s+/g, ' ');
  return [`No. ${entry.seq}`, time, text, ...names].join('  ') + tail;
}
