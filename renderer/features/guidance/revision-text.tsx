import type { GuidancePiece } from '#shared/catalogue/guidance.ts';
import { wordRevision } from '#shared/i18n/word-guidance.ts';
import { useLanguage } from '../../records/language.tsx';

/** Number, day and author of a revision. */
export function RevisionText({
  piece,
}: {
  readonly piece: Pick<GuidancePiece, 'revision' | 'changed' | 'by'>;
}) {
  return wordRevision(piece, useLanguage());
}
