import type { OldHashName } from '#shared/domain/evidence.ts';
import type { EvidenceFields } from '#shared/domain/evidence-fields.ts';
import type { IntakeWish } from '#shared/ipc/evidence-contract.ts';
import { draftOf, type ItemDraft } from './item-draft.ts';

/** How the files that are added next are to be taken in, and what is to be said of all of them. */
export type WishDraft = {
  readonly as: NonNullable<IntakeWish['as']>;
  readonly hashes: readonly OldHashName[];
  readonly medium: string;
  readonly draft: ItemDraft;
  /** What the draft says, as it was read when it was kept. */
  readonly fields: EvidenceFields;
};

export const noWish: WishDraft = {
  as: 'copy',
  hashes: [],
  medium: '',
  draft: draftOf({}),
  fields: {},
};

/** A wish as the main process takes it; files that are dropped come as copies unless they are to stay. */
export function sentWish({ as, hashes, medium, fields }: WishDraft): IntakeWish {
  return {
    ...(as !== 'copy' && { as }),
    ...(hashes.length > 0 && { hashes: [...hashes] }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(as === 'reference' && medium.trim() !== '' && { medium: medium.trim() }),
  };
}
