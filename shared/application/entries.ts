import { findTechnique } from '../catalogue/attack-catalogue.ts';
import type { EntryContent } from '../domain/entry.ts';
import type {
  EntryDraft,
  EntryLineContext,
  EntryLineProblem,
} from '../domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '../domain/entry-line/parse-entry-line.ts';
import { entryTimeAt } from '../domain/time/entry-time.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** A line was not saved because its writer has to be asked about something in it. */
export type NeedsAnswer = {
  readonly kind: 'needs-answer';
  readonly problems: readonly EntryLineProblem[];
};

export type LogError = AppendError | NeedsAnswer;
export type ReasonMissing = { readonly kind: 'reason-missing' };

export type LogOptions = {
  /** True once the writer has seen the problems: what could not be read then stays in the text. */
  readonly acceptProblems?: boolean;
  /** The paper sheet that it is transcribed from, and the item that is a photograph of it. */
  readonly transcribed?: Transcribed | undefined;
};

/** A paper sheet whose lines are being entered. */
export type Transcribed = { readonly sheet: string; readonly photograph?: string | undefined };

/** An entry as it is transcribed from a sheet: it carries the sheet's number and cites its photograph. */
export function asTranscribed(
  content: EntryContent,
  { sheet, photograph }: Transcribed,
): EntryContent {
  const cited = photograph === undefined ? [] : [photograph];
  return { ...content, sheet, evidence: [...new Set([...content.evidence, ...cited])] };
}

/** Logs an entry line (`14:02 @pacs01 unknown address !3 #vpn`). */
export async function logEntry(
  writing: Writing,
  line: string,
  context: EntryLineContext,
  options: LogOptions = {},
): Promise<Result<Saved & { readonly content: EntryContent }, LogError>> {
  const read = readEntryLine(line, context, options);
  if (!read.ok) return read;
  const { transcribed } = options;
  const content = transcribed === undefined ? read.value : asTranscribed(read.value, transcribed);
  return addEntry(writing, content);
}

/** Adds an entry whose content is known already. */
export async function addEntry(
  writing: Writing,
  content: EntryContent,
): Promise<Result<Saved & { readonly content: EntryContent }, AppendError>> {
  const saved = await saveOperation(writing, { t: 'entry.add', id: writing.newId(), ...content });
  return saved.ok ? ok({ ...saved.value, content }) : saved;
}

/** Reads an entry line into what an entry holds, or says what has to be asked. */
export function readEntryLine(
  line: string,
  context: EntryLineContext,
  { acceptProblems = false }: LogOptions = {},
): Result<EntryContent, NeedsAnswer> {
  const { draft, problems } = parseEntryLine(line, context);
  // An entry without words is none, whoever accepts it.
  const open = acceptProblems ? problems.filter(({ kind }) => kind === 'no-text') : problems;
  return open.length > 0
    ? err({ kind: 'needs-answer', problems: open })
    : ok(toEntryContent(draft, context));
}

/** What a draft says as an entry's content; without a time it happened now. */
export function toEntryContent(
  draft: EntryDraft,
  context: Pick<EntryLineContext, 'nowMs' | 'zone'>,
): EntryContent {
  return {
    text: draft.text,
    kind: draft.kind,
    at: draft.at ?? entryTimeAt(context.nowMs, context.zone),
    stages: [...draft.stages],
    techniques: draft.techniques.map(citeTechnique),
    hosts: [...draft.hosts],
    tags: [...draft.tags],
    evidence: draft.evidence.map(({ id }) => id),
    starred: draft.starred,
    // What nobody stated is not there: "not stated" is no value.
    ...(draft.accounts.length > 0 && { accounts: [...draft.accounts] }),
    ...(draft.confidence !== undefined && { confidence: draft.confidence }),
    ...(draft.basis !== undefined && { basis: draft.basis }),
    ...(draft.logSource !== undefined && { logSource: draft.logSource }),
    ...(draft.source !== undefined && { source: draft.source.id }),
    ...(draft.noticed !== undefined && { noticed: draft.noticed }),
    ...(draft.links.length > 0 && {
      links: draft.links.map(({ type, entry }) => ({ type, entry: entry.id })),
    }),
  };
}

/** A technique id with the catalogue version that gives it its meaning. */
export function citeTechnique(id: string): EntryContent['techniques'][number] {
  return { id, catalogue: findTechnique(id)?.catalogueVersion ?? '' };
}

/** Corrects an entry: the whole new content and why. The original stays readable. */
export async function correctEntry(
  writing: Writing,
  entry: string,
  content: EntryContent,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  return withReason(reason, (given) =>
    saveOperation(writing, {
      t: 'entry.correct',
      id: writing.newId(),
      entry,
      reason: given,
      ...content,
    }),
  );
}

/** Withdraws an entry: it stays readable, struck through, with the reason. */
export async function withdrawEntry(
  writing: Writing,
  entry: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  return withReason(reason, (given) =>
    saveOperation(writing, { t: 'entry.withdraw', id: writing.newId(), entry, reason: given }),
  );
}

/** Takes a withdrawal back. */
export async function restoreEntry(
  writing: Writing,
  entry: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  return withReason(reason, (given) =>
    saveOperation(writing, { t: 'entry.restore', id: writing.newId(), entry, reason: given }),
  );
}

async function withReason(
  reason: string,
  save: (reason: string) => Promise<Result<Saved, AppendError>>,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const given = reason.trim();
  return given === '' ? err({ kind: 'reason-missing' }) : save(given);
}
