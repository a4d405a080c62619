import type { AppendError } from '#shared/application/ports.ts';
import type { ReviewRefusal, StandingRelease } from '#shared/application/releases.ts';
import {
  releaseProblemMessages as m,
  releaseStateMessages,
} from '#shared/i18n/release-messages.ts';
import type { ReleaseError } from '../report/release-report.ts';
import { type CliContext, CliProblem, word } from './command.ts';
import { appendProblem } from './word-error.ts';

/** What was refused about a version, in words. */
export function releaseProblem(
  context: CliContext,
  { submission: { no } }: StandingRelease,
  error: ReleaseError | ReviewRefusal | AppendError,
): CliProblem {
  switch (error.kind) {
    case 'not-approved':
      return new CliProblem(m.notApproved, {
        no,
        state: word(context, releaseStateMessages[error.state]),
      });
    case 'not-in-review':
      return new CliProblem(m.notInReview, {
        no,
        state: word(context, releaseStateMessages[error.state]),
      });
    case 'already-released':
      return new CliProblem(m.alreadyReleased, { no, format: error.format });
    case 'no-such-release':
      return new CliProblem(m.noSuchRelease, { no });
    case 'newer-choice':
      return new CliProblem(m.newerChoice, { no });
    case 'text-missing':
      return new CliProblem(m.textMissing);
    case 'print-failed':
      return new CliProblem(m.printFailed, { detail: error.detail });
    case 'not-kept':
      return new CliProblem(m.notKept, {
        detail: 'detail' in error.because ? error.because.detail : error.because.kind,
      });
    case 'append-failed':
      return appendProblem(error.append);
    case 'no-notebook':
    case 'read-only':
    case 'disk-full':
    case 'too-long':
    case 'write-failed':
    case 'invalid':
      return appendProblem(error);
  }
}
