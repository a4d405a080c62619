import { open } from 'node:fs/promises';
import { type AttackDomain, bundledAttack } from '#shared/catalogue/attack-catalogue.ts';
import {
  type AttackDifference,
  attackDifference,
  isLaterRelease,
} from '#shared/catalogue/attack-difference.ts';
import {
  type GuidanceFile,
  type GuidanceFileError,
  longestGuidanceBytes,
  parseGuidanceFile,
} from '#shared/catalogue/guidance.ts';
import { type AttackBundleError, readAttackBundle } from '#shared/catalogue/read-attack-bundle.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import { parseJson } from '../stored-json.ts';

/** A file that somebody brought: the organisation's own guidance, or a release of ATT&CK. */
export type PickedGuidance =
  | { readonly kind: 'guidance'; readonly file: GuidanceFile }
  | {
      readonly kind: 'attack';
      readonly attack: AttackDomain;
      readonly skipped: number;
      readonly difference: AttackDifference;
      /** The release in use, and whether the file has a later one. */
      readonly before: string;
      readonly isLater: boolean;
    };

export type PickedGuidanceError =
  | GuidanceFileError
  | AttackBundleError
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'read-failed'; readonly detail: string };

/** MITRE's largest bundle has some 50 MB. */
const longestBundleBytes = 256 * 1024 * 1024;

/** Reads a file of guidance or a STIX bundle; `imported` are the releases in use beside the bundled ones. */
export async function readGuidanceFile(
  place: string,
  imported: readonly AttackDomain[],
): Promise<Result<PickedGuidance, PickedGuidanceError>> {
  const text = await readLimited(place);
  if (!text.ok) return text;
  const value = parseJson(text.value);
  if (value === undefined) return err({ kind: 'not-json' });
  if (!isBundle(value)) {
    if (text.value.length > longestGuidanceBytes) return err(tooLarge(text.value.length));
    const file = parseGuidanceFile(value);
    return file.ok ? ok({ kind: 'guidance', file: file.value }) : file;
  }
  const inUse = bundledAttack.map(
    (bundled) => imported.find(({ domain }) => domain === bundled.domain) ?? bundled,
  );
  const bundle = readAttackBundle(value, inUse);
  if (!bundle.ok) return bundle;
  const { attack, skipped } = bundle.value;
  const before = inUse.find(({ domain }) => domain === attack.domain) ?? attack;
  return ok({
    kind: 'attack',
    attack,
    skipped,
    difference: attackDifference(before, attack),
    before: before.version,
    isLater: isLaterRelease(attack.version, before.version),
  });
}

function isBundle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'bundle';
}

async function readLimited(place: string): Promise<Result<string, PickedGuidanceError>> {
  try {
    const file = await open(place, 'r');
    try {
      const about = await file.stat();
      if (!about.isFile()) return err({ kind: 'read-failed', detail: 'EISDIR' });
      if (about.size > longestBundleBytes) return err(tooLarge(about.size, longestBundleBytes));
      const text = await file.readFile('utf8');
      return ok(text.startsWith('\uFEFF') ? text.slice(1) : text);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'read-failed', detail: systemDetail(error) });
  }
}

function tooLarge(bytes: number, limit = longestGuidanceBytes): PickedGuidanceError {
  return { kind: 'too-large', bytes, limit };
}
