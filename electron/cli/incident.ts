import { zoneOf } from '#shared/application/entry-context.ts';
import { changeIncident } from '#shared/application/incident.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import {
  checklistHeadings,
  functionalImpacts,
  type IncidentFields,
  incidentStatuses,
  informationImpacts,
  phaseIds,
  recoverabilities,
  tlpLabels,
} from '#shared/domain/incident.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  onlyFolder,
  printJson,
  word,
} from './command.ts';
import { commonOptions, readArguments, type ReadArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  title: 'text',
  tlp: 'text',
  phase: 'text',
  because: 'text',
  status: 'text',
  functional: 'text',
  information: 'list',
  recoverability: 'text',
  exercise: 'text',
  headings: 'text',
} as const;
type Options = ReadArguments<typeof options>['options'];

/** `incident FOLDER`: phase, ratings and state; moved by people, and every move is kept. */
export async function runIncident(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const fields = fieldsOf(read.options);
  if (Object.keys(fields).length === 0) return print(context, folder);
  return writeNotebook(context, folder, read.options.by, async (_notebook, writing) => {
    const saved = await changeIncident(writing, fields, read.options.because);
    if (!saved.ok)
      switch (saved.error.kind) {
        case 'title-missing':
          throw new CliProblem(cliMessages.missingArgument, { what: '--title', verb: 'incident' });
        case 'unknown-zone':
          throw new CliProblem(cliMessages.unknownZone, { zone: saved.error.zone });
        case 'no-notebook':
        case 'read-only':
        case 'disk-full':
        case 'too-long':
        case 'write-failed':
        case 'invalid':
          throw appendProblem(saved.error);
      }
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}

function fieldsOf(given: Options): IncidentFields {
  const { title, tlp, phase, status, functional, information, recoverability, exercise, headings } =
    given;
  return {
    ...(title !== undefined && { title }),
    ...(tlp !== undefined && { tlp: oneOf('--tlp', tlp, tlpLabels) }),
    ...(phase !== undefined && { phase: oneOf('--phase', phase, phaseIds) }),
    ...(status !== undefined && { status: oneOf('--status', status, incidentStatuses) }),
    ...(functional !== undefined && {
      functionalImpact: oneOf('--functional', functional, functionalImpacts),
    }),
    ...(information.length > 0 && {
      informationImpact: information.map((each) =>
        oneOf('--information', each, informationImpacts),
      ),
    }),
    ...(recoverability !== undefined && {
      recoverability: oneOf('--recoverability', recoverability, recoverabilities),
    }),
    ...(exercise !== undefined && {
      exercise: oneOf('--exercise', exercise, ['yes', 'no']) === 'yes',
    }),
    ...(headings !== undefined && { headings: oneOf('--headings', headings, checklistHeadings) }),
  };
}

async function print(context: CliContext, folder: string): Promise<ExitCode> {
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const { incident } = showNotebook(state);
    const phases = state.incident.get('incident')?.phases ?? [];
    if (context.json) {
      await printJson(context, { incident, phases: showNotebook(state).phases });
      return exitCodes.good;
    }
    const zone = canonicalZone(zoneOf(state)) ?? 'UTC';
    const named = (id: string): string =>
      checklists.phases.find((phase) => phase.id === id)?.name[context.language] ?? id;
    const said = Object.entries(incident).map(([name, value]) =>
      visibleText(`${name}: ${String(value)}`),
    );
    const moves = phases.map(({ wall, phase, by, because }) =>
      word(context, m.phaseLine, {
        time: formatInstant(wall, { zone, locale: context.language, style: 'full' }, 'minute'),
        phase: named(phase),
        by,
        because,
      }).trimEnd(),
    );
    await context.io.out(`${[...said, '', ...moves].join('\n')}\n`);
    return exitCodes.good;
  });
}
