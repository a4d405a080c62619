import { canonicalize } from '#shared/journal/canonical-json.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { Heads, Sha256Hex } from '#shared/journal/seal.ts';

/** Last line of every feed, as far as the state holds them. */
export function headsOf(state: NotebookState): Heads {
  return Object.fromEntries(
    [...state.feeds.values()].map(({ id, seq, hash }) => [id, [seq, hash] as const]),
  );
}

/**
 * A hash function that knows the one thing it will be asked for.
 *
 * The browser hashes in its own time, while the report that shows the seal is made in one go.
 */
export async function hashFor(heads: Heads): Promise<Sha256Hex> {
  const wanted = canonicalize(heads);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(wanted));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return (data) => {
    if (data !== wanted) throw new Error('only the heads were hashed');
    return hex.join('');
  };
}
