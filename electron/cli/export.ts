import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import { tlpOrder } from '#shared/catalogue/tlp.ts';
import { type Tlp, tlpLabels } from '#shared/domain/incident.ts';
import { earliestMs, latestMs } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { exportFormats } from '#shared/export/export-formats.ts';
import type { ExportLimits } from '#shared/export/export-limits.ts';
import { type ExportPreview, makeExport, previewExport } from '#shared/export/make-export.ts';
import { exportMessages } from '#shared/i18n/export-messages.ts';
import { wordCount, wordReason } from '#shared/i18n/word-export.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { packFiles, sha1Hex } from '../export/pack-files.ts';
import { writeFiles, type WrittenFile } from '../export/write-files.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readPartners } from '../settings.ts';
import { readState } from '../notebook/read-state.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  onlyFolder,
  printJson,
  required,
  word,
} from './command.ts';
import { findEntry } from './find-entry.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { userDataFolder } from './user-data.ts';
import { readNotebook } from './with-notebook.ts';

const options = {
  ...commonOptions,
  out: 'text',
  format: 'text',
  tlp: 'text',
  partner: 'text',
  from: 'text',
  to: 'text',
  entries: 'list',
  'dry-run': 'flag',
} as const;

type Options = ReturnType<typeof readArguments<typeof options>>['options'];

/** `export FOLDER --format stix --out FILE`: the case for other tools, as far as it may go to them. */
export async function runExport(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const format = oneOf(
    '--format',
    required(context, read.options.format, '--format'),
    exportFormats,
  );
  const isDryRun = read.options['dry-run'];
  const tlp = await wantedTlp(context, read.options);
  const place = isDryRun ? '' : path.resolve(required(context, read.options.out, '--out'));

  const { files, preview } = await readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const limits = { ...(tlp && { tlp }), ...chosenEntries(context, state, read.options) };
    const wanted = { notebook: notebook.describe().notebook, format, limits };
    if (isDryRun) return { files: [], preview: previewExport(state, wanted) };
    return makeExport(state, wanted, { sha1Hex, appVersion: context.deps.app.version });
  });
  const written = isDryRun ? [] : await write(place, format, await packFiles(files));
  if (context.json)
    await printJson(context, {
      format,
      files: written.map((file) => ({
        place: file.place,
        bytes: file.bytes.byteLength,
        sha256: sha256Hex(file.bytes),
      })),
      ...preview,
    });
  else await print(context, preview, written);
  return exitCodes.good;
}

/** The label that was named, or the partner’s; of both the one that lets less through. */
async function wantedTlp({ io }: CliContext, { tlp, partner }: Options): Promise<Tlp | undefined> {
  const named =
    tlp === undefined
      ? undefined
      : oneOf('--tlp', tlp.toUpperCase().replace(/^TLP:/, ''), tlpLabels);
  if (partner === undefined) return named;
  const partners = await readPartners(path.join(userDataFolder(io.env), 'settings.json'));
  const found = partners.find(({ name }) => name === partner);
  if (found === undefined)
    throw new CliProblem(exportMessages.unknownPartner, {
      partner,
      partners: partners.map(({ name }) => name).join(', ') || '-',
    });
  return named === undefined || tlpOrder(found.tlp) < tlpOrder(named) ? found.tlp : named;
}

function chosenEntries(
  { deps }: CliContext,
  state: NotebookState,
  { from, to, entries }: Options,
): ExportLimits {
  const timeOf = (text: string) => {
    const time = parseTime(text, { nowMs: deps.nowMs(), zone: zoneOf(state) });
    if (!time.ok || time.value.utc === null)
      throw new CliProblem(exportMessages.notATime, { text });
    return { ...time.value, relation: 'at' } as const;
  };
  const first = from === undefined ? undefined : earliestMs(timeOf(from));
  const last = to === undefined ? undefined : latestMs(timeOf(to));
  if (first !== undefined && last !== undefined && last < first)
    throw new CliProblem(exportMessages.endBeforeStart);
  const named = entries.flatMap((list) => list.split(/[\s,、]+/)).filter((name) => name !== '');
  return {
    ...(first !== undefined && { from: new Date(first).toISOString() }),
    ...(last !== undefined && { until: new Date(last).toISOString() }),
    ...(entries.length > 0 && {
      entries: new Set(named.map((name) => findEntry(state, name.replace(/^#/, '')).id)),
    }),
  };
}

async function write(...wanted: Parameters<typeof writeFiles>): Promise<readonly WrittenFile[]> {
  try {
    return await writeFiles(...wanted);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    const detail = systemDetail(error);
    throw new CliProblem(exportMessages.notWritten, { place: wanted[0], detail });
  }
}

async function print(
  context: CliContext,
  { label, included, leftOut }: ExportPreview,
  written: readonly WrittenFile[],
): Promise<void> {
  const { language } = context;
  const lines = written.map(({ place, bytes }) =>
    word(context, exportMessages.written, { place, size: bytes.byteLength }),
  );
  const kinds = included.map(({ kind, count }) => wordCount(kind, count, language)).join(', ');
  lines.push(
    included.length === 0
      ? word(context, exportMessages.includedNothing)
      : word(context, exportMessages.included, { label: `TLP:${label}`, kinds }),
  );
  for (const { kind, reason, ids } of leftOut) {
    const values = {
      count: wordCount(kind, ids.length, language),
      reason: wordReason(reason, language),
    };
    lines.push(word(context, exportMessages.leftOut, values));
  }
  await context.io.out(`${lines.map(visibleText).join('\n')}\n`);
}
