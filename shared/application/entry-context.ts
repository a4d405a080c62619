import { findTechnique } from '../catalogue/attack-catalogue.ts';
import { findStage } from '../catalogue/kill-chain.ts';
import type { EntryLineContext, EvidenceReference } from '../domain/entry-line/entry-draft.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentValue } from '../journal/causality.ts';

/** Zone in which times are read as long as nobody has set the incident's. */
export const zoneUntilSet = 'UTC';

/** What an entry line is read against: the catalogues, the clock, and what the notebook has. */
export function entryLineContext(notebook: {
  readonly nowMs: number;
  readonly zone: string;
  readonly findEvidence: (no: string) => EvidenceReference | undefined;
}): EntryLineContext {
  return {
    nowMs: notebook.nowMs,
    zone: notebook.zone,
    findStage: (text) => findStage(text)?.id,
    findTechnique,
    findEvidence: notebook.findEvidence,
  };
}

/** The same from a state in memory. */
export function entryLineContextOf(state: NotebookState, nowMs: number): EntryLineContext {
  const byNumber = new Map<string, EvidenceReference>();
  for (const { id, item } of state.evidence.values())
    // Two devices may have given the same number: the first in fold order answers to it.
    if (item !== undefined && !byNumber.has(item.no)) byNumber.set(item.no, { id, no: item.no });
  return entryLineContext({
    nowMs,
    zone: zoneOf(state),
    findEvidence: (no) => byNumber.get(no),
  });
}

/** The notebook's zone. */
export function zoneOf(state: NotebookState): string {
  return currentValue(state.incident.get('incident')?.fields.zone) ?? zoneUntilSet;
}
