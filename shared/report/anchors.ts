import type { EntryRef, EvidenceRef } from './report-model.ts';

/** Anchors hold digits and letters only; ids in a notebook are hex, whatever a person typed stays out. */
export function entryAnchor(entry: Pick<EntryRef, 'id'>): string {
  return `entry-${entry.id}`;
}

export function evidenceAnchor(evidence: Pick<EvidenceRef, 'id'>): string {
  return `evidence-${evidence.id}`;
}

export function sectionAnchor(id: string): string {
  return `section-${id}`;
}

export function correctionAnchor(entry: Pick<EntryRef, 'id'>): string {
  return `correction-${entry.id}`;
}
