import type { WrittenField } from './written-sections.ts';

/** What was written and not saved, with the text that it was begun from. */
export type SectionDraft = { readonly text: string; readonly begunFrom: string };

function keyOf(notebook: string, field: WrittenField): string {
  return `report-draft/${notebook}/${field}`;
}

/** The draft of a section, if one was left; it lies in the profile so that it survives a crash. */
export function readDraft(notebook: string, field: WrittenField): SectionDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(notebook, field)) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    // No storage, or not ours: then there is no draft.
    return undefined;
  }
}

function isDraft(kept: unknown): kept is SectionDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'text' in kept &&
    typeof kept.text === 'string' &&
    'begunFrom' in kept &&
    typeof kept.begunFrom === 'string'
  );
}

/** Keeps a draft, or forgets it. */
export function keepDraft(
  notebook: string,
  field: WrittenField,
  draft: SectionDraft | undefined,
): void {
  try {
    if (draft === undefined) localStorage.removeItem(keyOf(notebook, field));
    else localStorage.setItem(keyOf(notebook, field), JSON.stringify(draft));
  } catch {
    // A full or missing storage: the text stands in the window all the same.
  }
}
