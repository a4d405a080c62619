import type {
  ReportPublication,
  ReportSubmission,
  ReportVerdict,
} from '../domain/report-release.ts';
import type { NotebookState } from '../journal/fold.ts';
import { type ReleaseState, releaseState } from './releases.ts';
import { showOrigin, type ShownOrigin } from './show-origin.ts';

/** A version of the report on its way to readers. */
export type ShownRelease = ReportSubmission &
  ShownOrigin & {
    readonly id: string;
    readonly state: ReleaseState;
    readonly verdicts: readonly (ShownOrigin & Omit<ReportVerdict, 'release'>)[];
    readonly files: readonly (ShownOrigin & Omit<ReportPublication, 'release'>)[];
    readonly withdrawals: readonly (ShownOrigin & { readonly reason: string })[];
  };

/** The versions of the report, in the order in which they were submitted. */
export function showReleases(state: NotebookState): readonly ShownRelease[] {
  return [...state.releases.values()].flatMap((record) => {
    const { id, origin, submission, verdicts, files, withdrawals } = record;
    if (submission === undefined || origin === undefined) return [];
    return [
      {
        id,
        ...submission,
        ...showOrigin(origin),
        state: releaseState(record),
        verdicts: verdicts.map(({ verdict, role, text, ...line }) => ({
          ...showOrigin(line),
          verdict,
          role,
          text,
        })),
        files: files.map(({ format, evidence, sha256, size, ...line }) => ({
          ...showOrigin(line),
          format,
          evidence,
          sha256,
          size,
        })),
        withdrawals: withdrawals.map(({ reason, ...line }) => ({ ...showOrigin(line), reason })),
      },
    ];
  });
}
