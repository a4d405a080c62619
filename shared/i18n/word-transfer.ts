import type { BundleReplyError, CopyError } from '../ipc/sharing-contract.ts';
import { assertNever } from '../lib/assert-never.ts';
import { errorMessages } from './error-messages.ts';
import { type Language, type Message, say } from './messages.ts';
import { sharingMessages as w } from './sharing-messages.ts';
import { transferMessages as m } from './transfer-messages.ts';
import { wordFinding } from './word-finding.ts';

type Hostile = Extract<CopyError, { kind: 'hostile-bundle' }>['what'];
type Damaged = Extract<CopyError, { kind: 'bundle-damaged' }>['what'];

/** What an archive says that an honest one never does. */
export const hostileMessages: Readonly<Record<Hostile, Message>> = {
  name: m.hostileName,
  'repeated-name': m.hostileRepeated,
  link: m.hostileLink,
  encrypted: m.hostilePacking,
  compression: m.hostilePacking,
  'several-folders': m.hostileFolders,
  'too-many': m.hostileMany,
  size: m.hostileSize,
  fetch: m.hostileFetch,
  algorithm: m.hostileAlgorithm,
};

/** What is wrong with a bundle that was honest once. */
export const damagedMessages: Readonly<Record<Damaged, Message>> = {
  manifest: m.damagedManifest,
  missing: m.damagedMissing,
  'not-in-manifest': m.damagedExtra,
  hash: m.damagedHash,
  archive: m.damagedArchive,
};

/** More findings than this are counted: the first say enough to go back to the sender. */
const mostFindings = 20;

/** Words why nothing was taken over from `name`, for the window; the lines after the first name what was found. */
export function wordCopyError(
  error: CopyError,
  name: string,
  language: Language,
): readonly string[] {
  const word = (message: Message, values = {}) => say(language, message, values);
  switch (error.kind) {
    case 'no-notebook':
      return [word(errorMessages.appendNoNotebook)];
    case 'read-only':
      return [word(w.readOnly)];
    case 'not-picked':
      return [word(w.notPicked)];
    case 'busy':
      return [word(w.busy)];
    case 'not-a-bundle':
      return [word(m.notABundle, { name })];
    case 'hostile-bundle':
      return [word(hostileMessages[error.what], { name: error.name.slice(0, 200) })];
    case 'bundle-damaged':
      return [word(damagedMessages[error.what], { name: error.name.slice(0, 200) })];
    case 'read-failed':
      return [word(m.sourceReadFailed, { name, detail: error.detail })];
    case 'stopped':
      return [word(m.stopped)];
    case 'disk-full':
      return [word(w.takeDiskFull)];
    case 'locked-bundle':
      return [word(w.needsKey, { name })];
    case 'age-problem':
      return [wordKeyProblem(error.what, name, language)];
    case 'other-notebook':
      return [word(m.otherNotebook, { name, ours: error.ours, theirs: error.theirs })];
    case 'incoming-damaged':
    case 'would-damage': {
      const found = error.findings.slice(0, mostFindings);
      return [
        word(error.kind === 'would-damage' ? m.wouldDamage : m.incomingDamaged),
        ...found.map((finding) => wordFinding(finding, language)),
      ];
    }
    case 'forks':
      return error.forks.map(({ feed, number }) =>
        word(w.fork, { feed: feed.slice(0, 11), number }),
      );
    case 'locked':
      return [word(w.lockedBy, { holder: error.holder })];
    case 'not-writable':
      return [word(w.notWritable)];
    case 'merge-failed':
      return [word(w.takeFailed, { detail: error.detail })];
    case 'redacted-copy':
      return [word(m.redactedIncoming, { name })];
    case 'newer-notebook':
      return [word(m.newerIncoming, { name, version: String(error.version) })];
    case 'no-access':
      return [word(m.sourceReadFailed, { name, detail: error.detail })];
    case 'not-found':
      return [word(w.copyGone, { name })];
    default:
      return assertNever(error);
  }
}

function wordKeyProblem(
  what: Extract<CopyError, { kind: 'age-problem' }>['what'],
  name: string,
  language: Language,
): string {
  switch (what) {
    case 'bad-recipient':
      return say(language, m.badRecipient);
    case 'bad-identity':
      return say(language, w.badIdentity);
    case 'wrong-key':
      return say(language, m.wrongKey, { name });
    case 'damaged':
      return say(language, m.damagedArchive, { name });
  }
}

/** Words why there is no bundle; undefined when a person cancelled it. */
export function wordBundleError(error: BundleReplyError, language: Language): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
      return say(language, errorMessages.appendNoNotebook);
    case 'disk-full':
      return say(language, w.bundleDiskFull);
    case 'out-exists':
      return say(language, m.outExists, { place: error.place });
    case 'out-failed':
      return say(language, m.outFailed, { place: error.place, detail: error.detail });
    case 'read-failed':
      return say(language, w.bundleReadFailed, { detail: error.detail });
    case 'copy-differs':
      return say(language, m.outDiffers, { place: error.place });
    case 'nothing-to-bundle':
      return say(language, m.nothingToBundle);
    case 'bad-recipient':
      return say(language, m.badRecipient);
    case 'too-many-parts':
      return say(language, m.tooManyParts);
    case 'cannot-sign':
      return say(language, m.cannotSign);
    default:
      return assertNever(error);
  }
}
