import { type Tlp, tlpLabels } from '../../domain/incident.ts';
import type { NotebookState } from '../../journal/fold.ts';

/** Things that a report can leave out of every entry and register. */
export const hideableFields = ['accounts', 'evidence', 'hosts', 'people', 'tags', 'texts'] as const;
export type HideableField = (typeof hideableFields)[number];

/** What a report keeps back; nothing given keeps nothing back. */
export type RedactionPolicy = {
  /** The widest label that readers may see; what nobody marked has the label of the incident. */
  readonly limit?: Tlp;
  /** Left out altogether. */
  readonly fields?: readonly HideableField[];
  /** Ids of entries to leave out. */
  readonly entries?: readonly string[];
  /** People, systems and accounts become roles (`person 1`), the same one everywhere. */
  readonly roles?: boolean;
  /** Addresses in texts lose their life. */
  readonly defang?: boolean;
};

/** Why an entry, an indicator or a field is not in a report. */
export type HiddenBecause =
  'above-limit' | 'no-label' | 'chosen' | 'field' | 'nothing-shown-cites-it';

/** One thing that is kept back, for the preview; a report itself only says how many. */
export type Hidden = {
  readonly what:
    | 'entry'
    | 'indicator'
    | 'evidence'
    | 'checklist'
    | 'action'
    | 'lesson'
    | 'decision'
    | 'authority'
    | 'deadline'
    | 'coverage'
    | 'section-text'
    | 'wording'
    | 'reviewer'
    | 'custody'
    | HideableField;
  readonly because: HiddenBecause;
  /** Label of an entry, number of an evidence item, or the beginning of a text. */
  readonly name: string;
  /** What it says, shortened. */
  readonly text: string;
};

/** A notebook as one report may show it, and what it does not show. */
export type Redacted = {
  readonly state: NotebookState;
  readonly hidden: readonly Hidden[];
  /** Names that stand as roles; 0 when they stand as they are. */
  readonly roles: number;
  readonly defanged: boolean;
  readonly limit: Tlp | undefined;
};

/** Labels from the widest audience: a label fits when it is not narrower than the limit. */
export function fitsLimit(label: Tlp, limit: Tlp): boolean {
  return tlpLabels.indexOf(label) <= tlpLabels.indexOf(limit);
}

/** `#tlp:green`, `#TLP-AMBER+STRICT`: the label that a tag gives an entry. */
export function labelOfTag(tag: string): Tlp | undefined {
  const [, name = ''] = /^tlp[\s:_-]*([a-z+]+)$/i.exec(tag.normalize('NFKC')) ?? [];
  return tlpLabels.find((label) => label === name.toUpperCase());
}
