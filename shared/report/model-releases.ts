import {
  releasedBefore,
  type ReleaseState,
  releaseState,
  standingReleases,
  standingVerdicts,
} from '../application/releases.ts';
import type { IncidentField } from '../domain/incident.ts';
import type { Verdict } from '../domain/report-release.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentVersion } from '../journal/records.ts';
import { writtenSince } from './brief/written-since.ts';
import type { EntryRef, ReportEntry, Signature } from './report-entry.ts';

/** What a report says of itself: its number, its reviewers, and what it changes. */
export type ReportRelease = {
  readonly no: string;
  readonly state: ReleaseState;
  readonly submitted: Signature;
  readonly changes: string;
  /** The last word of every reviewer. */
  readonly verdicts: readonly (Signature & {
    readonly verdict: Verdict;
    readonly role: string;
    readonly text: string;
  })[];
  readonly previous:
    { readonly no: string; readonly released: Signature; readonly news: ReleaseNews } | undefined;
};

/** What is different from the version that was released before. */
export type ReleaseNews = {
  readonly entries: readonly EntryRef[];
  readonly corrected: readonly EntryRef[];
  readonly withdrawn: readonly EntryRef[];
  readonly texts: readonly IncidentField[];
};

const writtenFields = ['summary', 'impact', 'rootCause', 'recommendations', 'sources'] as const;

/** Reads a version of the report from the notebook as its readers may see it. */
export function readRelease(
  state: NotebookState,
  id: string | undefined,
  entries: readonly ReportEntry[],
): ReportRelease | undefined {
  const releases = standingReleases(state.releases.values());
  const release = releases.find((each) => each.id === id);
  if (release === undefined) return undefined;
  const { submission, origin } = release;
  const before = releasedBefore(releases, release);
  const released = before?.files[0];
  return {
    no: submission.no,
    state: releaseState(release),
    submitted: { by: origin.by, wall: origin.wall },
    changes: submission.changes,
    verdicts: standingVerdicts(release).map(({ by, wall, verdict, role, text }) => ({
      by,
      wall,
      verdict,
      role,
      text,
    })),
    previous:
      before === undefined || released === undefined
        ? undefined
        : {
            no: before.submission.no,
            released: { by: released.by, wall: released.wall },
            news: newsSince(state, entries, before.submission.heads),
          },
  };
}

function newsSince(
  state: NotebookState,
  shown: readonly ReportEntry[],
  heads: Readonly<Record<string, readonly [number, string]>>,
): ReleaseNews {
  const isNew = writtenSince({ kind: 'seal', value: '', heads });
  const entries: EntryRef[] = [];
  const corrected: EntryRef[] = [];
  const withdrawn: EntryRef[] = [];
  for (const { id, label, corrected: isCorrected } of shown) {
    const record = state.entries.get(id);
    const first = record?.origin ?? record?.versions[0];
    const last = record?.withdrawal.at(-1);
    const version = record && currentVersion(record);
    if (first !== undefined && isNew(first)) entries.push({ id, label });
    else if (last !== undefined && isNew(last)) withdrawn.push({ id, label });
    else if (isCorrected && version !== undefined && isNew(version)) corrected.push({ id, label });
  }
  const fields = state.incident.get('incident')?.fields ?? {};
  const texts = writtenFields.filter((field) => {
    const last = fields[field]?.at(-1);
    return last !== undefined && isNew(last);
  });
  return { entries, corrected, withdrawn, texts };
}
