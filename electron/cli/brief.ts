import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import { reportOf } from '#shared/application/notebook-report.ts';
import { isoTime, isoTimeHasZone } from '#shared/import/log-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { reportCliMessages as m } from '#shared/i18n/report-cli-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { briefDocument, briefHead, briefParts } from '#shared/report/brief/brief-document.ts';
import { makeBrief } from '#shared/report/brief/handover-brief.ts';
import type { Since } from '#shared/report/brief/written-since.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  required,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { writeReportFile } from './report-file.ts';
import { readNotebook } from './with-notebook.ts';

const options = { ...commonOptions, since: 'text', by: 'text', out: 'text' } as const;

/** `brief FOLDER --since TIME|SEAL`: what whoever takes over has to know. */
export async function runBrief(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const wanted = required(context, read.options.since, '--since');
  const nowMs = context.deps.nowMs();
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const { heads, findings } = notebook.describe();
    const since = wanted === 'read' ? readBy(read.options.by ?? '', state) : sinceOf(wanted, state);
    const { model } = reportOf(state, {
      language: context.language,
      zone: canonicalZone(zoneOf(state)) ?? 'UTC',
      nowMs,
      appVersion: context.deps.app.version,
      heads,
      findings,
      sha256Hex,
    });
    const brief = makeBrief(state, model, since, nowMs);
    const parts = briefParts(brief, model);
    const head = briefHead(brief, model);
    if (read.options.out !== undefined) {
      const page = renderHtml(briefDocument(brief, model));
      await writeReportFile(
        context,
        path.resolve(read.options.out),
        Buffer.from(page, 'utf8'),
        'html',
      );
    } else if (context.json) await printJson(context, { head, parts });
    else {
      const lines = parts.flatMap(({ title, lines: own }) => [
        '',
        title,
        ...own.map((line) => `- ${line}`),
      ]);
      await context.io.out(`${[...head, ...lines].join('\n')}\n`);
    }
    return exitCodes.good;
  });
}

/** How far somebody has read by their own word; everything is new to whoever never said so. */
function readBy(by: string, state: NotebookState): Since {
  return { kind: 'read', by, mark: state.readMarks.get(by)?.mark ?? { heads: {} } };
}

/** Hex digits that are the beginning of one seal's value, else a time that says its zone. */
function sinceOf(wanted: string, state: NotebookState): Since {
  const value = wanted.replaceAll(/\s/g, '').toLowerCase();
  const seals = /^[0-9a-f]{8,64}$/.test(value)
    ? [...state.seals.values()].filter((seal) => seal.value.startsWith(value))
    : [];
  const seal = seals.at(-1);
  if (seal !== undefined) return { kind: 'seal', value: seal.value, heads: seal.heads };
  const microseconds = isoTimeHasZone(wanted) ? isoTime(wanted, undefined) : undefined;
  if (microseconds === undefined) throw new CliProblem(m.sinceNeeded, { value: wanted });
  return { kind: 'time', ms: Math.floor(microseconds / 1000) };
}
