import type { Heads } from '../journal/seal.ts';
import { makeSeal, type Seal, sealFromWords, sealValue, type Sha256Hex } from '../journal/seal.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { SealRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes a seal over everything that is there: the last line of every feed and every evidence hash. */
export async function writeSeal(
  { journal, newId }: Writing,
  state: NotebookState,
  heads: Heads,
  sha256Hex: Sha256Hex,
): Promise<Result<Saved & { readonly seal: Seal }, AppendError>> {
  const hashes = [...state.evidence.values()].flatMap(({ item }) => item?.sha256 ?? []);
  const seal = makeSeal(heads, hashes, sha256Hex);
  const plain = Object.fromEntries(
    Object.entries(heads).map(([feed, [seq, hash]]): [string, [number, string]] => [
      feed,
      [seq, hash],
    ]),
  );
  const { value, evidence } = seal;
  const saved = await saveOperation(
    { journal },
    { t: 'seal', id: newId(), heads: plain, evidence, value },
  );
  return saved.ok ? ok({ ...saved.value, seal }) : saved;
}

/** What a seal from paper is in this notebook. */
export type SealMatch =
  | { readonly kind: 'now' }
  | { readonly kind: 'written'; readonly record: SealRecord }
  | { readonly kind: 'unknown' };

/**
 * Looks for a seal that somebody reads from paper: twelve words, or the beginning of its value (32 digits or
 * more; spaces do not matter).
 */
export function findSeal(
  state: NotebookState,
  heads: Heads,
  text: string,
  sha256Hex: Sha256Hex,
): Result<SealMatch, { readonly kind: 'not-seal-words' }> {
  const digits = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const wanted = /^[0-9a-f]{32,64}$/.test(digits) ? ok(digits) : sealFromWords(text);
  if (!wanted.ok) return err(wanted.error);
  const record = [...state.seals.values()].findLast(({ value }) => value.startsWith(wanted.value));
  if (record !== undefined) return ok({ kind: 'written', record });
  const isNow = sealValue(heads, sha256Hex).startsWith(wanted.value);
  return ok({ kind: isNow ? 'now' : 'unknown' });
}
