import type { ReportSubmission, Verdict } from '../domain/report-release.ts';
import type { SignedLine } from '../journal/envelope.ts';
import type { ReleaseRecord } from '../journal/records.ts';
import type { Heads } from '../journal/seal.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** How far a version of the report has come. */
export type ReleaseState = 'review' | 'approved' | 'released' | 'withdrawn';

/** A version whose first line is there. */
export type StandingRelease = ReleaseRecord &
  Required<Pick<ReleaseRecord, 'origin' | 'submission'>>;

/** The versions that stand, in the order in which they were submitted. */
export function standingReleases(records: Iterable<ReleaseRecord>): readonly StandingRelease[] {
  return [...records].flatMap((record) => {
    const { origin, submission } = record;
    return origin === undefined || submission === undefined
      ? []
      : [{ ...record, origin, submission }];
  });
}

/** What every reviewer said last, for or against; a comment takes back neither. */
export function standingVerdicts({
  verdicts,
}: Pick<ReleaseRecord, 'verdicts'>): readonly ReleaseRecord['verdicts'][number][] {
  const last = new Map<string, ReleaseRecord['verdicts'][number]>();
  for (const said of verdicts) {
    const before = last.get(said.by);
    if (said.verdict !== 'comment' || before === undefined || before.verdict === 'comment')
      last.set(said.by, said);
  }
  return [...last.values()];
}

/** A version is approved when somebody approved it and nobody's objection stands. */
export function releaseState(record: ReleaseRecord): ReleaseState {
  if (record.withdrawals.length > 0) return 'withdrawn';
  if (record.files.length > 0) return 'released';
  const said = standingVerdicts(record).map(({ verdict }) => verdict);
  return said.includes('approve') && !said.includes('object') ? 'approved' : 'review';
}

/** The version that was released before another one, for the same readers. */
export function releasedBefore(
  releases: readonly StandingRelease[],
  { id, submission }: StandingRelease,
): StandingRelease | undefined {
  const at = releases.findIndex((each) => each.id === id);
  return releases
    .slice(0, at < 0 ? undefined : at)
    .findLast(
      (each) =>
        releaseState(each) === 'released' && each.submission.audience === submission.audience,
    );
}

/** What nobody but the writer of a version approved. */
export function isApprovedByWriterOnly(release: StandingRelease): boolean {
  const approved = standingVerdicts(release).filter(({ verdict }) => verdict === 'approve');
  return approved.length > 0 && approved.every(({ by }) => by === release.origin.by);
}

/**
 * True for a line that the report of a version is made of: those up to its heads, and what was said of
 * versions later, so that a released report names its reviewers.
 */
export function linesOfRelease({ heads }: Pick<ReportSubmission, 'heads'>) {
  return ({ p }: SignedLine): boolean =>
    p.seq <= (heads[p.feed]?.[0] ?? -1) || p.op.t.startsWith('release.');
}

/** The number that the next version gets. */
export function nextReleaseNumber(releases: readonly StandingRelease[]): string {
  const numbers = releases.map(({ submission }) => Number(submission.no.slice(2)));
  return `R-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** Gives the report as it stands to reviewers. */
export function submitReport(
  writing: Writing,
  wanted: Omit<ReportSubmission, 'heads' | 'no'>,
  heads: Heads,
  releases: readonly StandingRelease[],
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, {
    t: 'release.submit',
    id: writing.newId(),
    no: nextReleaseNumber(releases),
    ...wanted,
    heads: Object.fromEntries(
      Object.entries(heads).map(([feed, [seq, hash]]): [string, [number, string]] => [
        feed,
        [seq, hash],
      ]),
    ),
  });
}

export type ReviewRefusal =
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'not-in-review'; readonly state: ReleaseState };

/** Says what a reviewer thinks; an objection or a comment without words helps nobody. */
export async function reviewReport(
  writing: Writing,
  release: ReleaseRecord,
  said: { readonly verdict: Verdict; readonly role: string; readonly text: string },
): Promise<Result<Saved, AppendError | ReviewRefusal>> {
  const state = releaseState(release);
  if (state === 'released' || state === 'withdrawn') return err({ kind: 'not-in-review', state });
  const text = said.text.trim();
  if (said.verdict !== 'approve' && text === '') return err({ kind: 'text-missing' });
  return saveOperation(writing, {
    t: 'release.review',
    id: writing.newId(),
    release: release.id,
    verdict: said.verdict,
    role: said.role.trim(),
    text,
  });
}

/** Takes a version back: nobody is to use it any more. What was released stays readable. */
export async function withdrawReport(
  writing: Writing,
  release: ReleaseRecord,
  reason: string,
): Promise<Result<Saved, AppendError | { readonly kind: 'text-missing' }>> {
  if (reason.trim() === '') return err({ kind: 'text-missing' });
  return saveOperation(writing, {
    t: 'release.withdraw',
    id: writing.newId(),
    release: release.id,
    reason: reason.trim(),
  });
}

export type PublishRefusal =
  | { readonly kind: 'not-approved'; readonly state: ReleaseState }
  | { readonly kind: 'already-released'; readonly format: string };

/** Why a file of a version may not be frozen; a released version may get further formats, each once. */
export function publishable(
  release: StandingRelease,
  format: string,
): Result<StandingRelease, PublishRefusal> {
  const state = releaseState(release);
  if (state !== 'approved' && state !== 'released') return err({ kind: 'not-approved', state });
  if (release.files.some((file) => file.format === format))
    return err({ kind: 'already-released', format });
  return ok(release);
}

/** The released file that has a hash, with its version. */
export function findReleasedFile(
  releases: readonly StandingRelease[],
  sha256: string,
):
  { readonly release: StandingRelease; readonly file: ReleaseRecord['files'][number] } | undefined {
  for (const release of releases) {
    const file = release.files.find((each) => each.sha256 === sha256);
    if (file !== undefined) return { release, file };
  }
  return undefined;
}
