import { suggestStages } from '#shared/catalogue/attack-catalogue.ts';
import { hintStages } from '#shared/catalogue/stage-words.ts';
import type { EntryDraft } from '#shared/domain/entry-line/entry-draft.ts';
import type { StageId } from '#shared/domain/kill-chain.ts';

/** A stage that a line may be about, and what makes one think so. */
export type LineHint = { readonly stage: StageId; readonly because: readonly string[] };

/** Kinds that tell of something other than the adversary. */
const elsewhere: ReadonlySet<EntryDraft['kind']> = new Set([
  'response',
  'decision',
  'communication',
  'milestone',
  'question',
]);

/**
 * The likeliest stage of a line that names none: by its technique, else by its words. It is offered, and
 * never taken by itself.
 */
export function lineHint({ kind, stages, techniques, text }: EntryDraft): LineHint | undefined {
  if (stages.length > 0 || elsewhere.has(kind)) return undefined;
  for (const id of techniques) {
    const [stage] = suggestStages(id);
    if (stage !== undefined) return { stage, because: [id] };
  }
  const [hint] = hintStages(text);
  return hint === undefined ? undefined : { stage: hint.stage, because: hint.words };
}
