import { entryAnchor, evidenceAnchor } from './anchors.ts';
import type { Inline } from './document.ts';
import { link, own } from './inline.ts';
import type { EntryRef, EvidenceRef, Sources } from './report-model.ts';

type Run = { readonly first: EntryRef; readonly last: EntryRef; readonly length: number };

/** Entry numbers as links, in order, runs of three or more as `12–15`. */
export function citeEntries(refs: readonly EntryRef[]): readonly Inline[] {
  return runsOf(refs).flatMap((run, index) => [
    ...(index === 0 ? [] : [own(', ')]),
    link(entryAnchor(run.first), run.first.label),
    ...(run.length === 1
      ? []
      : [own(run.length === 2 ? ', ' : '–'), link(entryAnchor(run.last), run.last.label)]),
  ]);
}

function runsOf(refs: readonly EntryRef[]): readonly Run[] {
  const numbered = [...new Map(refs.map((ref) => [ref.id, ref])).values()]
    .map((ref) => ({ ref, ...splitLabel(ref.label) }))
    .toSorted((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.number - b.number));
  const runs: { first: EntryRef; last: EntryRef; length: number }[] = [];
  let previous: (typeof numbered)[number] | undefined;
  for (const current of numbered) {
    const run = runs.at(-1);
    if (
      run !== undefined &&
      previous?.prefix === current.prefix &&
      previous.number + 1 === current.number
    ) {
      run.last = current.ref;
      run.length += 1;
    } else runs.push({ first: current.ref, last: current.ref, length: 1 });
    previous = current;
  }
  return runs;
}

function splitLabel(label: string): { readonly prefix: string; readonly number: number } {
  const [, prefix = label, number = 'NaN'] = /^([A-Z]+-|)(\d+)$/.exec(label) ?? [];
  return { prefix, number: Number(number) };
}

/** Evidence numbers as links. */
export function citeEvidence(refs: readonly EvidenceRef[]): readonly Inline[] {
  return refs.flatMap((ref, index) => [
    ...(index === 0 ? [] : [own(', ')]),
    link(evidenceAnchor(ref), ref.no),
  ]);
}

/** Entry numbers, then evidence numbers. */
export function cite(sources: Sources): readonly Inline[] {
  const entries = citeEntries(sources.entries);
  const evidence = citeEvidence(sources.evidence);
  return entries.length > 0 && evidence.length > 0
    ? [...entries, own(', '), ...evidence]
    : [...entries, ...evidence];
}
