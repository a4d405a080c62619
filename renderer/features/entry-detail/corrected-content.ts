import { findTechnique } from '#shared/catalogue/attack-catalogue.ts';
import type { EntryContent, EntryLink } from '#shared/domain/entry.ts';
import type { EntryKind } from '#shared/domain/entry-kind.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { writeEntryTime } from '#shared/domain/time/write-time.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** An entry as the form holds it: what is typed, as it is typed. */
export type EntryForm = {
  readonly text: string;
  readonly time: string;
  readonly kind: EntryKind;
  readonly stages: readonly string[];
  readonly techniques: string;
  readonly hosts: string;
  readonly tags: string;
  readonly evidence: readonly string[];
  readonly confidence: NonNullable<EntryContent['confidence']> | '';
  readonly accounts: string;
  readonly basis: NonNullable<EntryContent['basis']> | '';
  readonly logSource: string;
  readonly source: string;
  readonly noticed: string;
  readonly links: readonly EntryLink[];
};

/** Why a form cannot be saved as it stands. */
export type FormProblem =
  | { readonly kind: 'no-text' | 'bad-time' | 'bad-noticed' | 'nothing-changed' }
  | { readonly kind: 'unknown-technique'; readonly id: string };

/** The form of an entry that is to be corrected; `zone` is the one in which times are read. */
export function formOf(content: EntryContent, zone: string): EntryForm {
  return {
    text: content.text,
    time: writeEntryTime(content.at, zone),
    kind: content.kind,
    stages: content.stages,
    techniques: content.techniques.map(({ id }) => id).join(', '),
    hosts: content.hosts.join(', '),
    tags: content.tags.join(', '),
    evidence: content.evidence,
    confidence: content.confidence ?? '',
    accounts: (content.accounts ?? []).join(', '),
    basis: content.basis ?? '',
    logSource: content.logSource ?? '',
    source: content.source ?? '',
    noticed: content.noticed ? writeEntryTime(content.noticed, zone) : '',
    links: content.links ?? [],
  };
}

/** Reads a form against the entry that it corrects. What was not touched stays exactly as it was. */
export function readForm(
  form: EntryForm,
  before: EntryContent,
  context: ReadContext,
): Result<EntryContent, FormProblem> {
  const shown = formOf(before, context.zone);
  if (form.text.trim() === '') return err({ kind: 'no-text' });
  const techniques = readTechniques(form.techniques, before);
  if (!techniques.ok) return techniques;
  let { at } = before;
  if (form.time.trim() !== shown.time) {
    const read = parseTime(form.time, context);
    if (!read.ok) return err({ kind: 'bad-time' });
    at = read.value;
  }
  const noticed = readNoticed(form, before, shown, context);
  if (!noticed.ok) return noticed;
  const accounts =
    form.accounts === shown.accounts
      ? (before.accounts ?? [])
      : splitSigned(form.accounts, /^[&＆]/);
  const content: EntryContent = {
    text: form.text,
    at,
    kind: form.kind,
    stages: [...form.stages],
    techniques: techniques.value,
    hosts: form.hosts === shown.hosts ? before.hosts : splitNames(form.hosts),
    tags: form.tags === shown.tags ? before.tags : splitSigned(form.tags, /^[#＃]/),
    evidence: [...form.evidence],
    starred: before.starred,
    // What nobody stated is not there.
    ...(before.rows !== undefined && { rows: before.rows }),
    ...(before.paths !== undefined && { paths: before.paths }),
    ...(before.sheet !== undefined && { sheet: before.sheet }),
    ...(accounts.length > 0 && { accounts }),
    ...(form.basis !== '' && { basis: form.basis }),
    ...(form.logSource !== '' && { logSource: form.logSource }),
    ...(form.source !== '' && { source: form.source }),
    ...(noticed.value !== undefined && { noticed: noticed.value }),
    ...(form.links.length > 0 && { links: [...form.links] }),
    ...(form.confidence !== '' && { confidence: form.confidence }),
  };
  return isSame(content, before) ? err({ kind: 'nothing-changed' }) : ok(content);
}

type ReadContext = { readonly nowMs: number; readonly zone: string };

function readNoticed(
  { noticed }: EntryForm,
  before: EntryContent,
  shown: EntryForm,
  context: ReadContext,
): Result<EntryTime | undefined, FormProblem> {
  if (noticed.trim() === shown.noticed) return ok(before.noticed);
  if (noticed.trim() === '') return ok(undefined);
  const read = parseTime(noticed, context);
  return read.ok ? read : err({ kind: 'bad-noticed' });
}

function isSame(a: EntryContent, b: EntryContent): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof EntryContent)[];
  return keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

function readTechniques(
  typed: string,
  before: EntryContent,
): Result<EntryContent['techniques'], FormProblem> {
  const techniques: EntryContent['techniques'] = [];
  for (const name of splitNames(typed)) {
    const kept = before.techniques.find(({ id }) => id === name);
    const found = findTechnique(name);
    if (kept === undefined && found === undefined)
      return err({ kind: 'unknown-technique', id: name });
    // A technique that stood there keeps the catalogue that gave it its meaning.
    techniques.push(kept ?? { id: found?.id ?? name, catalogue: found?.catalogueVersion ?? '' });
  }
  return ok(techniques);
}

/** Splits a list of names as people type it, in either language. */
function splitNames(typed: string): string[] {
  const names = typed.split(/[,、，\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The same with the sign that people write before such names. */
function splitSigned(typed: string, sign: RegExp): string[] {
  return [...new Set(splitNames(typed).map((name) => name.replace(sign, '') || name))];
}
