import type { JsonValue } from '#shared/journal/canonical-json.ts';
import type { Opening } from '#shared/journal/opening.ts';
import { placeOf, saltOf, valueAt } from '#shared/journal/redacted-line.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { nodeCrypto } from './node-crypto.ts';
import { type FolderError, readNotebookFolder } from './notebook-folder.ts';
import { type OriginalLine, originalsIn } from './redacted-lines.ts';

/** What of a notebook is to be shown to somebody who has a redacted copy. */
export type ShownLine = {
  /** The beginning of the name of its feed, or all of it. */
  readonly feed: string;
  readonly seq: number;
  /** Places of the values; none shows the whole line as it was written. */
  readonly at: readonly string[];
};

/** Why nothing can be shown. */
export type OpeningError =
  | FolderError
  | { readonly kind: 'no-such-line'; readonly feed: string; readonly seq: number }
  | { readonly kind: 'no-such-place'; readonly at: string; readonly places: readonly string[] };

/** Takes what is to be shown out of a notebook. */
export async function makeOpening(
  folder: string,
  shown: readonly ShownLine[],
): Promise<Result<Opening, OpeningError>> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const found = await findLines(folder, shown);
  const values: Opening['values'][number][] = [];
  const lines: Opening['lines'][number][] = [];
  for (const wanted of shown) {
    const original = found.get(wanted);
    if (original === undefined) {
      const { feed, seq } = wanted;
      return err({ kind: 'no-such-line', feed, seq });
    }
    const { line, text } = original;
    const { feed, seq } = line.p;
    if (wanted.at.length === 0) lines.push({ feed, seq, line: text });
    for (const at of wanted.at) {
      const value = valueAt(line.p as unknown as JsonValue, at);
      if (value === undefined) {
        const places = ['/by', ...Object.keys(line.p.op).map((field) => placeOf('op', field))];
        return err({ kind: 'no-such-place', at, places });
      }
      values.push({ feed, seq, at, salt: saltOf(line.s, at, nodeCrypto()), value });
    }
  }
  return ok({ notebook: identity.value.notebook, values, lines });
}

/** Reads the notebook once, however much is to be shown. */
async function findLines(
  folder: string,
  shown: readonly ShownLine[],
): Promise<ReadonlyMap<ShownLine, OriginalLine>> {
  const wanted = new Map<number, ShownLine[]>();
  for (const one of shown) wanted.set(one.seq, [...(wanted.get(one.seq) ?? []), one]);
  const found = new Map<ShownLine, OriginalLine>();
  for await (const original of originalsIn(folder)) {
    const { feed, seq } = original.line.p;
    for (const one of wanted.get(seq) ?? [])
      if (!found.has(one) && feed.startsWith(one.feed)) found.set(one, original);
  }
  return found;
}
