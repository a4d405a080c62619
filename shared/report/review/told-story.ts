import { storyOf } from '../../application/review-slides.ts';
import type { ToldIncident } from '../../ipc/meeting-contract.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { type Heads, sealValue, type Sha256Hex } from '../../journal/seal.ts';
import { currentFields } from '../../journal/records.ts';
import { makeLabeller, readDevices, readEntries } from '../model-entries.ts';
import { excerpt } from '../visible-text.ts';

/** As many as a meeting can go through; a text longer than this is not read aloud. */
const mostEntries = 200;
const longestText = 2_000;

/** The story of an incident for a meeting that is held in another notebook. */
export function toldStory(
  state: NotebookState,
  {
    notebook,
    heads,
    sha256Hex,
  }: { readonly notebook: string; readonly heads: Heads; readonly sha256Hex: Sha256Hex },
): ToldIncident {
  const entries = readEntries(state, makeLabeller(readDevices(state)));
  const told = storyOf(
    entries.map(({ id, content, withdrawal, label, evidence }) => ({
      id,
      content,
      withdrawn: withdrawal !== undefined,
      label,
      evidence,
    })),
  );
  const { title = '', exercise = false } = currentFields(
    state.incident.get('incident')?.fields ?? {},
  );
  return {
    notebook,
    title,
    exercise,
    seal: sealValue(heads, sha256Hex),
    entries: told.slice(0, mostEntries).map(({ entry, stage, starred }) => ({
      id: entry.id,
      label: entry.label,
      stage: stage ?? null,
      starred,
      time: entry.content.at,
      kind: entry.content.kind,
      text: excerpt(entry.content.text, longestText),
      hosts: entry.content.hosts.slice(0, 20),
      evidence: entry.evidence.map(
        ({ id, no }) => `${no} ${excerpt(state.evidence.get(id)?.item?.name ?? '', 200)}`,
      ),
    })),
  };
}
