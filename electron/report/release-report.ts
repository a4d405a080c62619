import { z } from 'zod';
import type { AppendError, Writing } from '#shared/application/ports.ts';
import {
  type NotebookReport,
  reportLanguages,
  reportOf,
  type PrintableReport,
} from '#shared/application/notebook-report.ts';
import {
  linesOfRelease,
  publishable,
  type PublishRefusal,
  releaseState,
  standingReleases,
  type StandingRelease,
} from '#shared/application/releases.ts';
import { saveOperation } from '#shared/application/save-operation.ts';
import { audiences } from '#shared/report/audiences.ts';
import { readReportTemplate } from '#shared/report/report-template.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { AddFileError } from '../notebook/add-evidence.ts';
import { randomHex, sha256Hex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import { reportBytes, type ReportFormat } from './report-bytes.ts';

/** What releasing needs of a notebook. */
export type ReleasingNotebook = Pick<OpenNotebook, 'describe' | 'readLines' | 'append'> & {
  /** Writes bytes into the notebook as an evidence item. */
  readonly addDocument: (document: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly note: string;
  }) => Promise<Result<{ readonly id: string; readonly no: string }, AddFileError>>;
};

type Printer = (
  printable: PrintableReport,
) => Promise<Result<Uint8Array, { readonly kind: 'print-failed'; readonly detail: string }>>;

export type ReleaseError =
  | PublishRefusal
  | { readonly kind: 'no-such-release' }
  /** Its audience or language is one that only a newer program knows. */
  | { readonly kind: 'newer-choice' }
  | { readonly kind: 'print-failed'; readonly detail: string }
  | { readonly kind: 'not-kept'; readonly because: AddFileError }
  | { readonly kind: 'append-failed'; readonly append: AppendError };

type Made = {
  readonly now: { readonly ms: number; readonly appVersion: string };
  readonly print: Printer;
};

const choicesSchema = z.object({ audience: z.enum(audiences), language: z.enum(reportLanguages) });

/** Finds a version by its id. */
export async function findRelease(
  notebook: Pick<OpenNotebook, 'readLines'>,
  id: string,
): Promise<Result<StandingRelease, { readonly kind: 'no-such-release' }>> {
  const state = await readState(notebook, ({ p }) => p.op.t.startsWith('release.'));
  const found = standingReleases(state.releases.values()).find((each) => each.id === id);
  return found === undefined ? err({ kind: 'no-such-release' }) : ok(found);
}

/** The report of exactly the lines that were given to reviewers. */
export async function reportOfRelease(
  notebook: Pick<OpenNotebook, 'describe' | 'readLines'>,
  release: StandingRelease,
  { ms, appVersion }: Made['now'],
  isReleasedNow = false,
): Promise<Result<NotebookReport, { readonly kind: 'newer-choice' }>> {
  const { submission } = release;
  const choices = choicesSchema.safeParse(submission);
  if (!choices.success) return err({ kind: 'newer-choice' });
  const { audience, language } = choices.data;
  const template =
    submission.template === undefined ? ok(undefined) : readReportTemplate(submission.template);
  // A template that a newer program wrote: another shape is not what was approved.
  if (!template.ok) return err({ kind: 'newer-choice' });
  const { limit, roles, defang, zone, heads } = submission;
  const state = releaseState(release);
  return ok(
    reportOf(await readState(notebook, linesOfRelease(submission)), {
      language,
      choices: {
        audience,
        ...(template.value !== undefined && { template: template.value }),
        redaction: { ...(limit !== undefined && { limit }), roles, defang },
        release: release.id,
        // What was taken back is marked as what nobody has approved.
        state: isReleasedNow ? 'released' : state === 'withdrawn' ? 'draft' : state,
      },
      zone,
      nowMs: ms,
      appVersion,
      heads,
      findings: notebook.describe().findings,
      sha256Hex,
    }),
  );
}

/**
 * Freezes a file of an approved version: its bytes become an evidence item, then a line names them.
 *
 * A crash between the two leaves a file that nothing calls released; releasing again makes another.
 */
export async function publishReport(
  notebook: ReleasingNotebook,
  id: string,
  format: ReportFormat,
  { now, print }: Made,
): Promise<
  Result<
    {
      readonly no: string;
      readonly evidence: string;
      readonly sha256: string;
      readonly bytes: Uint8Array;
    },
    ReleaseError
  >
> {
  const found = await findRelease(notebook, id);
  if (!found.ok) return found;
  const release = publishable(found.value, format);
  if (!release.ok) return release;
  const report = await reportOfRelease(notebook, release.value, now, true);
  if (!report.ok) return report;
  const made = await reportBytes(report.value, format, print);
  if (!made.ok) return made;
  const bytes = made.value;
  const { no } = release.value.submission;
  const kept = await notebook.addDocument({
    name: `report-${no}-${release.value.submission.audience}.${format}`,
    bytes,
    note: no,
  });
  if (!kept.ok) return err({ kind: 'not-kept', because: kept.error });
  const sha256 = sha256Hex(bytes);
  const writing: Writing = { journal: notebook, newId: () => randomHex(16) };
  const saved = await saveOperation(writing, {
    t: 'release.publish',
    id: writing.newId(),
    release: id,
    format,
    evidence: kept.value.id,
    sha256,
    size: bytes.byteLength,
  });
  if (!saved.ok) return err({ kind: 'append-failed', append: saved.error });
  return ok({ no, evidence: kept.value.no, sha256, bytes });
}
