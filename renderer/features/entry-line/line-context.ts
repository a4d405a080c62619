import { findTechnique } from '#shared/catalogue/attack-catalogue.ts';
import { findStage } from '#shared/catalogue/kill-chain.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import type { EntryDraft, EntryLineContext } from '#shared/domain/entry-line/entry-draft.ts';
import { entryTimeAt } from '#shared/domain/time/entry-time.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';

/** What a line is read against: the catalogues, this notebook's evidence, the clock. */
export function lineContext(session: NotebookSession, zone: string): EntryLineContext {
  return {
    nowMs: Date.now(),
    zone,
    findStage: (text) => findStage(text)?.id,
    findTechnique,
    findEvidence: (no) => {
      const found = session.list('evidence').find(({ item }) => item?.no === no);
      return found && { id: found.id, no };
    },
  };
}

/** The entry that a draft becomes; without a typed time it happened now. */
export function contentOfDraft(draft: EntryDraft, line: string, zone: string): EntryContent {
  return {
    // A line of nothing but marks, kept as text because the writer said so.
    text: draft.text === '' ? line.trim() : draft.text,
    kind: draft.kind,
    at: draft.at ?? entryTimeAt(Date.now(), zone),
    stages: [...draft.stages],
    techniques: draft.techniques.map((id) => ({
      id,
      catalogue: findTechnique(id)?.catalogueVersion ?? '',
    })),
    hosts: [...draft.hosts],
    tags: [...draft.tags],
    evidence: draft.evidence.map(({ id }) => id),
    starred: draft.starred,
  };
}
