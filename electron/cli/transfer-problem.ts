import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import type { Message, MessageValues } from '#shared/i18n/messages.ts';
import { sharingMessages } from '#shared/i18n/sharing-messages.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { damagedMessages, hostileMessages } from '#shared/i18n/word-transfer.ts';
import type { AgeProblem } from '../transfer/age-file.ts';
import type { MergeError } from '../transfer/merge-notebook.ts';
import type { UnpackError } from '../transfer/unpack-bundle.ts';
import type { BundleError } from '../transfer/write-bundle.ts';
import { type CliContext, CliProblem } from './command.ts';
import { folderProblem } from './word-error.ts';

type Worded = readonly [Message, MessageValues];

/** Why there is no bundle. */
export function bundleProblem(error: BundleError): CliProblem {
  switch (error.kind) {
    case 'out-exists':
      return new CliProblem(m.outExists, { place: error.place });
    case 'out-failed':
      return new CliProblem(m.outFailed, { place: error.place, detail: error.detail });
    case 'copy-differs':
      return new CliProblem(m.outDiffers, { place: error.place });
    case 'read-failed':
      return new CliProblem(errorMessages.openNoAccess, { place: '', detail: error.detail });
    case 'nothing-to-bundle':
      return new CliProblem(m.nothingToBundle);
    case 'bad-recipient':
      return new CliProblem(m.badRecipient);
    case 'too-many-parts':
      return new CliProblem(m.tooManyParts);
    case 'cannot-sign':
      return new CliProblem(m.cannotSign);
    case 'stopped':
      return new CliProblem(m.stopped);
    case 'not-found':
    case 'not-a-notebook':
    case 'newer-notebook':
    case 'redacted-copy':
    case 'already-exists':
    case 'no-access':
      return folderProblem(error);
    case 'disk-full':
      return new CliProblem(sharingMessages.bundleDiskFull);
  }
}

/** Why nothing was taken over from `name`; the lines after the first name what was found. */
export function mergeProblem(context: CliContext, error: MergeError, name: string): CliProblem {
  switch (error.kind) {
    case 'not-a-bundle':
    case 'hostile-bundle':
    case 'bundle-damaged':
    case 'read-failed':
    case 'stopped': {
      const [message, values] = unpackWords(error, name);
      return new CliProblem(message, values);
    }
    case 'disk-full':
      return new CliProblem(cliMessages.diskFull);
    case 'locked-bundle':
      return new CliProblem(m.lockedBundle, { name });
    case 'age-problem': {
      const [message, values] = ageWords(error.what, name);
      return new CliProblem(message, values);
    }
    case 'other-notebook':
      return new CliProblem(m.otherNotebook, { name, ours: error.ours, theirs: error.theirs });
    case 'incoming-damaged':
    case 'would-damage':
      return withFindings(context, error);
    case 'forks': {
      const [fork] = error.forks;
      return new CliProblem(m.forks, { feed: fork?.feed ?? '', number: fork?.number ?? 0 });
    }
    case 'locked':
      return new CliProblem(cliMessages.lockedBy, { holder: error.holder });
    case 'not-writable':
      return new CliProblem(cliMessages.notWritable);
    case 'merge-failed':
      return new CliProblem(m.mergeFailed, { detail: error.detail });
    case 'not-a-notebook':
      return new CliProblem(m.notABundle, { name });
    case 'redacted-copy':
      return new CliProblem(m.redactedIncoming, { name });
    case 'newer-notebook':
      return new CliProblem(m.newerIncoming, { name, version: String(error.version) });
    case 'not-found':
    case 'already-exists':
    case 'no-access':
      return folderProblem(error);
  }
}

function withFindings(
  { language }: CliContext,
  error: Extract<MergeError, { kind: 'incoming-damaged' | 'would-damage' }>,
): CliProblem {
  const { en, ja } = error.kind === 'would-damage' ? m.wouldDamage : m.incomingDamaged;
  const found = error.findings.map((finding) => `\n  ${wordFinding(finding, language)}`).join('');
  // Its words are put in as a value: a brace in them is text.
  return new CliProblem({ en: `${en}{found}`, ja: `${ja}{found}` }, { found });
}

function ageWords(what: AgeProblem['kind'], name: string): Worded {
  switch (what) {
    case 'bad-recipient':
      return [m.badRecipient, {}];
    case 'bad-identity':
      return [m.badIdentity, {}];
    case 'wrong-key':
      return [m.wrongKey, { name }];
    case 'damaged':
      return [m.damagedArchive, { name }];
  }
}

/** What is said of a bundle that was not unpacked. */
export function unpackWords(
  error: Exclude<UnpackError, { kind: 'disk-full' }>,
  bundle: string,
): Worded {
  switch (error.kind) {
    case 'not-a-bundle':
      return [m.notABundle, { name: bundle }];
    case 'hostile-bundle':
      return [hostileMessages[error.what], { name: error.name.slice(0, 200) }];
    case 'bundle-damaged':
      return [damagedMessages[error.what], { name: error.name.slice(0, 200) }];
    case 'read-failed':
      return [m.sourceReadFailed, { name: bundle, detail: error.detail }];
    case 'stopped':
      return [m.stopped, {}];
  }
}
