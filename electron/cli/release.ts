import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import { reportLanguages } from '#shared/application/notebook-report.ts';
import {
  findReleasedFile,
  isApprovedByWriterOnly,
  releaseState,
  reviewReport,
  standingReleases,
  type StandingRelease,
  standingVerdicts,
  submitReport,
  withdrawReport,
} from '#shared/application/releases.ts';
import { showReleases } from '#shared/application/show-releases.ts';
import { toRfc3339 } from '#shared/application/show-origin.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { verdicts } from '#shared/domain/report-release.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import {
  releaseCliMessages as m,
  releaseProblemMessages as problems,
  releaseStateMessages,
} from '#shared/i18n/release-messages.ts';
import { audienceMessages } from '#shared/i18n/report-audience-messages.ts';
import { verdictMessages } from '#shared/i18n/report-review-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { audiences } from '#shared/report/audiences.ts';
import { writeReportTemplate } from '#shared/report/report-template.ts';
import { addDocument } from '../notebook/add-evidence.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import { publishReport, reportOfRelease } from '../report/release-report.ts';
import { reportBytes, type ReportFormat, reportFormats } from '../report/report-bytes.ts';
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
import { commonOptions, type ReadArguments, readArguments } from './read-arguments.ts';
import { releaseProblem } from './release-problem.ts';
import { readTemplateOption } from './template-option.ts';
import { writeReportFile } from './report-file.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  submit: 'flag',
  review: 'text',
  draft: 'text',
  publish: 'text',
  withdraw: 'text',
  check: 'text',
  verdict: 'text',
  text: 'text',
  role: 'text',
  changes: 'text',
  audience: 'text',
  template: 'text',
  in: 'text',
  zone: 'text',
  tlp: 'text',
  roles: 'flag',
  defang: 'flag',
  out: 'text',
  by: 'text',
} as const;
type Given = ReadArguments<typeof options>['options'];

/** `release FOLDER`: versions of the report on their way to readers, and whether a file is one of them. */
export async function runRelease(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options: given } = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, words);
  if (given.submit) return submit(context, folder, given);
  if (given.review !== undefined) return review(context, folder, given.review, given);
  if (given.draft !== undefined) return draft(context, folder, given.draft, given);
  if (given.publish !== undefined) return publish(context, folder, given.publish, given);
  if (given.withdraw !== undefined) return withdraw(context, folder, given.withdraw, given);
  if (given.check !== undefined) return check(context, folder, given.check);
  return list(context, folder);
}

/** The version that a person names by its number; the last of several with one number, after a join. */
function findRelease(state: NotebookState, no: string): StandingRelease {
  const found = standingReleases(state.releases.values()).findLast(
    ({ submission }) => submission.no === no.toUpperCase(),
  );
  if (found === undefined) throw new CliProblem(problems.noSuchRelease, { no });
  return found;
}

async function submit(context: CliContext, folder: string, given: Given): Promise<ExitCode> {
  const template = await readTemplateOption(given.template);
  const audience =
    template?.audience ?? oneOf('--audience', given.audience ?? 'technical', audiences);
  const language = oneOf('--in', given.in ?? context.language, reportLanguages);
  const wantedZone = given.zone === undefined ? undefined : canonicalZone(given.zone);
  if (given.zone !== undefined && wantedZone === undefined)
    throw new CliProblem(cliMessages.unknownZone, { zone: given.zone });
  const limit =
    given.tlp === undefined ? undefined : oneOf('--tlp', given.tlp.toUpperCase(), tlpLabels);
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const state = await readState(notebook);
    const releases = standingReleases(state.releases.values());
    const saved = await submitReport(
      writing,
      {
        audience,
        language,
        zone: wantedZone ?? canonicalZone(zoneOf(state)) ?? 'UTC',
        ...(limit !== undefined && { limit }),
        roles: given.roles,
        defang: given.defang,
        ...(template !== undefined && { template: writeReportTemplate(template) }),
        changes: given.changes ?? '',
      },
      notebook.describe().heads,
      releases,
    );
    if (!saved.ok) throw appendProblem(saved.error);
    return say(context, await readState(notebook), saved.value.id, (release) =>
      word(context, m.submitted, {
        no: release.submission.no,
        audience: audienceMessages[audience][context.language],
        language,
      }),
    );
  });
}

async function review(
  context: CliContext,
  folder: string,
  no: string,
  given: Given,
): Promise<ExitCode> {
  const verdict = oneOf('--verdict', required(context, given.verdict, '--verdict'), verdicts);
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const release = findRelease(await readState(notebook), no);
    const said = { verdict, role: given.role ?? '', text: given.text ?? '' };
    const saved = await reviewReport(writing, release, said);
    if (!saved.ok) throw releaseProblem(context, release, saved.error);
    return say(context, await readState(notebook), release.id, (each) =>
      word(context, m.reviewed, {
        no: each.submission.no,
        state: word(context, releaseStateMessages[releaseState(each)]),
      }),
    );
  });
}

async function withdraw(
  context: CliContext,
  folder: string,
  no: string,
  given: Given,
): Promise<ExitCode> {
  return writeNotebook(context, folder, given.by, async (notebook, writing) => {
    const release = findRelease(await readState(notebook), no);
    const saved = await withdrawReport(writing, release, given.text ?? '');
    if (!saved.ok) throw releaseProblem(context, release, saved.error);
    return say(context, await readState(notebook), release.id, (each) =>
      word(context, m.reviewed, {
        no: each.submission.no,
        state: word(context, releaseStateMessages[releaseState(each)]),
      }),
    );
  });
}

/** Prints a version as it is after a line about it. */
async function say(
  context: CliContext,
  state: NotebookState,
  id: string,
  text: (release: StandingRelease) => string,
): Promise<ExitCode> {
  if (context.json) {
    const shown = showReleases(state).find((each) => each.id === id);
    await printJson(context, shown);
  } else {
    const release = standingReleases(state.releases.values()).find((each) => each.id === id);
    if (release !== undefined) await context.io.out(`${text(release)}\n`);
  }
  return exitCodes.good;
}

function formatOf(out: string): ReportFormat {
  return oneOf('--out', path.extname(out).slice(1).toLowerCase(), reportFormats);
}

async function draft(
  context: CliContext,
  folder: string,
  no: string,
  given: Given,
): Promise<ExitCode> {
  const out = path.resolve(required(context, given.out, '--out'));
  const format = formatOf(out);
  const made = await readNotebook(context, folder, async (notebook) => {
    const release = findRelease(await readState(notebook), no);
    const report = await reportOfRelease(notebook, release, nowOf(context));
    if (!report.ok) throw releaseProblem(context, release, report.error);
    const bytes = await reportBytes(report.value, format, printerOf(context));
    if (!bytes.ok) throw releaseProblem(context, release, bytes.error);
    return bytes.value;
  });
  await writeReportFile(context, out, made, format);
  return exitCodes.good;
}

async function publish(
  context: CliContext,
  folder: string,
  no: string,
  given: Given,
): Promise<ExitCode> {
  const out = path.resolve(required(context, given.out, '--out'));
  const format = formatOf(out);
  return writeNotebook(context, folder, given.by, async (notebook) => {
    const release = findRelease(await readState(notebook), no);
    const made = await publishReport(releasing(notebook), release.id, format, {
      now: nowOf(context),
      print: printerOf(context),
    });
    if (!made.ok) throw releaseProblem(context, release, made.error);
    const { evidence, sha256, bytes } = made.value;
    if (context.json) await printJson(context, { no, format, evidence, sha256 });
    else {
      await context.io.out(
        `${word(context, m.published, { no: made.value.no, format, evidence, sha256 })}\n`,
      );
      if (isApprovedByWriterOnly(release))
        await context.io.error(`${word(context, m.approvedByWriter, { no: made.value.no })}\n`);
    }
    await writeReportFile(context, out, bytes, format);
    return exitCodes.good;
  });
}

function releasing(notebook: OpenNotebook) {
  return {
    describe: () => notebook.describe(),
    readLines: notebook.readLines.bind(notebook),
    append: notebook.append.bind(notebook),
    addDocument: (document: Parameters<typeof addDocument>[1]) => addDocument(notebook, document),
  };
}

function nowOf({ deps }: CliContext) {
  return { ms: deps.nowMs(), appVersion: deps.app.version };
}

function printerOf({ deps }: CliContext) {
  return async (printable: Parameters<NonNullable<typeof deps.printPdf>>[0]) => {
    if (deps.printPdf === undefined) throw new CliProblem(cliMessages.reportNoPrinter);
    return deps.printPdf(printable);
  };
}

async function check(context: CliContext, folder: string, file: string): Promise<ExitCode> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(m.fileUnread, { file, detail: systemDetail(error) });
  }
  const sha256 = sha256Hex(bytes);
  const found = await readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    return findReleasedFile(standingReleases(state.releases.values()), sha256);
  });
  if (found === undefined) {
    if (context.json) await printJson(context, { released: false, sha256 });
    else await context.io.out(`${word(context, m.checkNone, { sha256 })}\n`);
    return exitCodes.findings;
  }
  const { release, file: known } = found;
  const { no } = release.submission;
  const withdrawn = release.withdrawals.at(-1);
  const at = toRfc3339(known.wall, known.tz);
  if (context.json)
    await printJson(context, {
      released: true,
      no,
      format: known.format,
      by: known.by,
      at,
      sha256,
      withdrawn: withdrawn?.reason ?? null,
    });
  else {
    const lines = [
      word(context, m.checkGood, { no, format: known.format, by: known.by, at }),
      ...(withdrawn === undefined
        ? []
        : [word(context, m.checkWithdrawn, { reason: withdrawn.reason })]),
    ];
    await context.io.out(`${lines.join('\n')}\n`);
  }
  return withdrawn === undefined ? exitCodes.good : exitCodes.findings;
}

async function list(context: CliContext, folder: string): Promise<ExitCode> {
  const state = await readNotebook(context, folder, readState);
  const releases = standingReleases(state.releases.values());
  if (context.json) {
    await printJson(context, showReleases(state));
    return exitCodes.good;
  }
  const lines = releases.flatMap((release) => {
    const { submission, origin, files } = release;
    const audience: Message | undefined = Object.entries(audienceMessages).find(
      ([id]) => id === submission.audience,
    )?.[1];
    return [
      word(context, m.line, {
        no: submission.no,
        state: word(context, releaseStateMessages[releaseState(release)]),
        audience: audience === undefined ? submission.audience : word(context, audience),
        language: submission.language,
        by: origin.by,
        at: toRfc3339(origin.wall, origin.tz),
      }),
      ...standingVerdicts(release).map(({ by, verdict, text }) =>
        word(context, m.verdictLine, {
          by,
          verdict: word(context, verdictMessages[verdict]),
          text,
        }),
      ),
      ...files.map(({ format, evidence, sha256 }) =>
        word(context, m.fileLine, {
          format,
          evidence: state.evidence.get(evidence)?.item?.no ?? evidence,
          sha256,
        }),
      ),
    ];
  });
  const text = lines.length === 0 ? word(context, m.none) : lines.join('\n');
  await context.io.out(`${text}\n`);
  return exitCodes.good;
}
