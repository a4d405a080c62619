import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startIncident } from '#shared/application/incident.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { createNotebookFolder } from '../notebook/notebook-folder.ts';
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
import { readArguments, commonOptions } from './read-arguments.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem, folderProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  title: 'text',
  by: 'text',
  tlp: 'text',
  zone: 'text',
  readiness: 'flag',
} as const;

/** `new FOLDER --title T`: a notebook with the first facts of its incident. */
export async function runNew(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const title = required(context, read.options.title?.trim(), '--title');
  const tlp = oneOf('--tlp', read.options.tlp?.toUpperCase() ?? 'AMBER', tlpLabels);
  const wantedZone = read.options.zone ?? context.deps.zone;
  const zone = canonicalZone(wantedZone);
  if (zone === undefined) throw new CliProblem(cliMessages.unknownZone, { zone: wantedZone });

  const created = await createNotebookFolder(folder, { now: context.deps.nowMs() });
  if (!created.ok) throw folderProblem(created.error);
  try {
    await writeNotebook(context, folder, read.options.by, async (_notebook, writing) => {
      const started = await startIncident(writing, {
        title,
        tlp,
        zone,
        ...(read.options.readiness && { kind: 'readiness' as const }),
      });
      if (started.ok) return;
      const { error } = started;
      // Both were settled above; what is left is the disk.
      if (error.kind === 'title-missing') throw new CliProblem(cliMessages.titleMissing);
      if (error.kind === 'unknown-zone')
        throw new CliProblem(cliMessages.unknownZone, { zone: error.zone });
      throw appendProblem(error);
    });
  } catch (error) {
    // Made a moment ago and still empty: taken away again, so that the same command can be repeated.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const place = path.resolve(folder);
  if (context.json)
    await printJson(context, { notebook: created.value.notebook, place, title, tlp, zone });
  else await context.io.out(`${word(context, cliMessages.created, { title, place })}\n`);
  return exitCodes.good;
}
