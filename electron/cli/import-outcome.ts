import { assertNever } from '#shared/lib/assert-never.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import {
  importMessages,
  noteMessages,
  refusedMessages,
  skipMessages,
} from '#shared/i18n/import-messages.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { type SkipReason, skipReasons } from '#shared/import/log-row.ts';
import type { Result } from '#shared/lib/result.ts';
import type { ImportedFile, ImportError } from '../import/import-file.ts';
import type { LogFileError } from '../import/log-file.ts';
import type { LogPreview } from '../import/preview-log.ts';
import type { ReadingResult } from '../import/reading-result.ts';
import { type CliContext, word } from './command.ts';
import { fileProblem } from './word-error.ts';

/** What became of one file. */
export type ImportedOutcome = {
  readonly file: string;
  readonly preview: LogPreview;
  readonly imported: Result<ImportedFile, ImportError>;
};

/** Lines that people are shown; `--json` has more. */
const mostShown = 20;

/** The outcome for machines but its skipped lines: instants as RFC 3339 in UTC. */
export function toJson({ file, preview, imported }: ImportedOutcome): Record<string, unknown> {
  const taken = imported.ok
    ? imported.value
    : { item: imported.error.kind === 'rows-failed' ? imported.error.item : undefined };
  const source = 'source' in taken ? taken.source : undefined;
  const result = source?.result;
  return {
    file,
    format: source?.reading.reader ?? null,
    rows: result?.rows ?? 0,
    usable: result?.usable ?? 0,
    unusable: result?.unusable ?? 0,
    first: instant(result?.first),
    last: instant(result?.last),
    hosts: result?.hosts.map(({ host }) => host) ?? [],
    skippedCount: result?.skipped ?? 0,
    skippedFor: result?.skippedFor ?? {},
    frames: result?.frames ?? 0,
    replaced: result?.replaced ?? 0,
    doubtful: result?.doubtful ?? 0,
    notes: result?.notes ?? [],
    encoding: source?.reading.encoding ?? preview.encoding,
    sheet: preview.sheet ?? null,
    sheetsLeft: result?.sheetsLeft ?? [],
    zone: source?.reading.zone ?? null,
    year: source?.reading.year ?? null,
    evidence: taken.item?.no ?? null,
    sha256: taken.item?.sha256 ?? null,
    source: source?.id ?? null,
    refused: preview.refused ?? null,
    error: imported.ok ? null : imported.error.kind,
  };
}

function instant(time: number | null | undefined): string | null {
  return time === null || time === undefined ? null : formatMicroseconds(time);
}

/** The outcome in words; what went wrong is an error also where machines read the rest. */
export async function printOutcome(
  context: CliContext,
  { file, preview, imported }: ImportedOutcome,
): Promise<void> {
  if (!imported.ok) {
    await context.io.error(`${describeFailure(context, file, imported.error)}\n`);
    return;
  }
  const { item, source } = imported.value;
  if (source === undefined) await context.io.error(`${describeUnread(context, preview, item)}\n`);
  else if (!context.json) await context.io.out(`${describeRead(context, preview, item, source)}\n`);
}

function describeUnread(
  context: CliContext,
  { refused }: LogPreview,
  { no, name, sha256 }: EvidenceItem,
): string {
  if (refused === undefined) return word(context, importMessages.fileUnknown, { no, name, sha256 });
  const why = word(context, refusedMessages[refused]);
  return word(context, importMessages.fileRefused, { no, name, sha256, why });
}

function describeRead(
  context: CliContext,
  preview: LogPreview,
  { no, name }: EvidenceItem,
  source: NonNullable<ImportedFile['source']>,
): string {
  const { reading, result } = source;
  const { rows, usable, unusable, first, last } = result;
  const { reader: format, encoding, zone, year } = reading;
  const values = { no, name, format, encoding, rows, usable, unusable };
  const lines = [word(context, importMessages.fileRead, values)];
  if (first !== null && last !== null)
    lines.push(
      word(context, importMessages.fileTimes, {
        first: formatMicroseconds(first),
        last: formatMicroseconds(last),
      }),
    );
  if (zone !== null) lines.push(word(context, importMessages.fileZone, { zone }));
  if (year !== null) lines.push(word(context, importMessages.fileYear, { year: String(year) }));
  lines.push(...describeHosts(context, result), ...describeSkips(context, result));
  const { replaced, doubtful, notes, sheetsLeft } = result;
  if (replaced > 0) lines.push(word(context, importMessages.fileReplaced, { n: replaced }));
  if (doubtful > 0) lines.push(word(context, importMessages.fileDoubtful, { n: doubtful }));
  if (sheetsLeft.length > 0)
    lines.push(
      word(context, importMessages.fileSheets, {
        sheet: preview.sheet ?? '',
        names: sheetsLeft.join(', '),
      }),
    );
  for (const note of notes)
    lines.push(word(context, importMessages.fileNote, { note: word(context, noteMessages[note]) }));
  return lines.join('\n');
}

function describeHosts(context: CliContext, { hosts }: ReadingResult): readonly string[] {
  if (hosts.length === 0) return [];
  const shown = hosts.slice(0, mostShown).map(({ host }) => host);
  const names = shown.join(', ');
  const more = hosts.length - shown.length;
  const text = more === 0 ? names : word(context, importMessages.fileMore, { names, n: more });
  return [word(context, importMessages.fileHosts, { n: hosts.length, hosts: text })];
}

function describeSkips(
  context: CliContext,
  { skipped, skippedFor, skippedRecords }: ReadingResult,
): readonly string[] {
  if (skipped === 0) return [];
  const reasonOf = (reason: SkipReason) => word(context, skipMessages[reason]);
  const lines = [word(context, importMessages.fileSkipped, { n: skipped })];
  for (const { line, reason } of skippedRecords.slice(0, mostShown))
    lines.push(
      word(context, importMessages.skippedLine, { line: String(line), reason: reasonOf(reason) }),
    );
  if (skipped <= mostShown) return lines;
  for (const reason of skipReasons) {
    const n = skippedFor[reason] ?? 0;
    if (n > 0)
      lines.push(word(context, importMessages.skippedMore, { reason: reasonOf(reason), n }));
  }
  return lines;
}

/** Why a file is not in the notebook, or has no rows there. */
function describeFailure(context: CliContext, file: string, error: ImportError): string {
  if (error.kind === 'rows-failed') {
    const { no, name } = error.item;
    const detail = describeLogFileError(context, error.because);
    return word(context, importMessages.rowsFailed, { no, name, detail });
  }
  const problem = fileProblem(error, file);
  return word(context, problem.text, problem.values);
}

/** Why a log cannot be read, as a part of a sentence. */
export function describeLogFileError(context: CliContext, error: LogFileError): string {
  switch (error.kind) {
    case 'not-found':
      return word(context, importMessages.detailNotFound);
    case 'not-a-regular-file':
      return word(context, importMessages.detailNotAFile);
    case 'no-access':
    case 'read-failed':
      return error.detail;
    case 'disk-full':
      return word(context, importMessages.detailDiskFull);
    case 'unknown-encoding':
      return word(context, importMessages.detailEncoding, { encoding: error.encoding });
    case 'no-such-sheet':
      return word(context, importMessages.detailSheet, { sheet: error.sheet });
    case 'not-of-this-format':
      return word(context, importMessages.detailFormat, { reader: error.reader });
    case 'cancelled':
      return word(context, importMessages.detailCancelled);
    default:
      return assertNever(error);
  }
}
