import type { EntryKind } from '../entry-kind.ts';
import type { EntryTime } from '../time/entry-time.ts';
import {
  longestName,
  type EntryDraft,
  type EntryLineContext,
  type EntryLineProblem,
  type EntryLineReading,
  type EntryLineToken,
  type EvidenceReference,
} from './entry-draft.ts';
import { composeText, type TextPart } from './entry-text.ts';
import type { StageId } from '../kill-chain.ts';
import { readLineTime } from './scan-line-time.ts';
import { splitLine, type Piece, type SplitLine } from './split-line.ts';

type Collected = {
  readonly tokens: EntryLineToken[];
  readonly problems: EntryLineProblem[];
  readonly parts: TextPart[];
  at: EntryTime | undefined;
  kind: EntryKind | undefined;
  starred: boolean;
  readonly stages: Set<StageId>;
  readonly techniques: Set<string>;
  readonly hosts: Set<string>;
  readonly tags: Set<string>;
  readonly evidence: Map<string, EvidenceReference>;
};

/**
 * Reads one entry line: `14:02 @pacs01 VPN account used from unknown address !3 #vpn`.
 *
 * A time may stand at the start. Then, between white space: `@host`, `#tag`, `!stage`, `/T1566.001`,
 * `^E-004`, `:decision`; a lone `?` or `*` before or after all the words asks or stars. A backslash before
 * any of them makes it text. Names with spaces go in quotation marks. Full-width signs read like ASCII ones.
 *
 * Never throws and never drops anything: the tokens lie end to end over the whole line, and what is not known
 * stays in the text with a problem, so that the writer can be asked. `context.zone` must be a known zone.
 */
export function parseEntryLine(line: string, context: EntryLineContext): EntryLineReading {
  const split = splitLine(line);
  const into: Collected = {
    tokens: [],
    problems: [],
    parts: [],
    at: undefined,
    kind: undefined,
    starred: false,
    stages: new Set(),
    techniques: new Set(),
    hosts: new Set(),
    tags: new Set(),
    evidence: new Map(),
  };
  const leading = split.time && split.pieces[0]?.start === 0 ? split.pieces[0] : undefined;
  if (leading) addText(into, line, leading.start, leading.end);
  readTime(into, line, split, context);
  const pieces = leading ? split.pieces.slice(1) : split.pieces;
  const [firstWord, lastWord] = wordsAround(pieces, into.parts.length > 0);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'space') {
      into.parts.push({ kind: 'space', raw: line.slice(piece.start, piece.end) });
      addText(into, line, piece.start, piece.end);
    } else if (piece.kind === 'word') {
      const { shown, isPunctuation } = piece;
      into.parts.push({ kind: 'word', shown, isPunctuation });
      addText(into, line, piece.start, piece.end);
    } else {
      readToken(into, line, piece, index > firstWord && index < lastWord, context);
    }
  }
  return finish(into, line);
}

/** Indexes of the first and last piece that is plain text whatever the context knows. */
function wordsAround(pieces: readonly Piece[], hasTextBefore: boolean): readonly [number, number] {
  const isText = (piece: Piece): boolean => piece.kind === 'word' && !piece.isPunctuation;
  const first = hasTextBefore ? -1 : pieces.findIndex(isText);
  return [first < 0 && !hasTextBefore ? pieces.length : first, pieces.findLastIndex(isText)];
}

function addText(into: Collected, line: string, start: number, end: number): void {
  const last = into.tokens.at(-1);
  if (last?.kind === 'text') {
    // One token a stretch; its raw text is cut once, at the end, to stay linear.
    into.tokens[into.tokens.length - 1] = { kind: 'text', start: last.start, end, raw: '' };
  } else into.tokens.push({ kind: 'text', start, end, raw: '' });
}

function readTime(
  into: Collected,
  line: string,
  { time }: SplitLine,
  context: EntryLineContext,
): void {
  if (!time) return;
  const { start, end } = time;
  const raw = line.slice(start, end);
  const read = time.kind === 'phrase' ? readLineTime(time, line, context) : undefined;
  if (read && 'value' in read) {
    into.at = read.value;
    into.tokens.push({ kind: 'time', start, end, raw, value: read.value });
    return;
  }
  const error = read?.error ?? { kind: 'not-a-time', start, end };
  const problem: EntryLineProblem =
    time.kind === 'not-delimited'
      ? { kind: 'time-not-delimited', start, end, raw }
      : { kind: 'unreadable-time', error, start, end, raw };
  into.tokens.push({ kind: 'time', start, end, raw, problem });
  into.problems.push(problem);
  into.parts.push({ kind: 'word', shown: raw, isPunctuation: false });
}

function readToken(
  into: Collected,
  line: string,
  piece: Extract<Piece, { kind: 'token' }>,
  isBetweenWords: boolean,
  context: EntryLineContext,
): void {
  const { start, end, form } = piece;
  const raw = line.slice(start, end);
  const place = { start, end, raw };
  const keepAsText = (): void => {
    into.parts.push({ kind: 'word', shown: raw, isPunctuation: false });
  };
  const refuse = (
    token: 'host' | 'tag' | 'stage' | 'technique' | 'evidence' | 'kind' | 'text',
    kind: Exclude<EntryLineProblem['kind'], 'unreadable-time'>,
  ): void => {
    const problem: EntryLineProblem = { kind, ...place };
    into.tokens.push({ kind: token, ...place, problem });
    into.problems.push(problem);
    keepAsText();
  };
  const mark = (): void => {
    into.parts.push({ kind: 'mark' });
  };

  switch (form.kind) {
    case 'host':
    case 'tag': {
      if (form.name.length > longestName) return refuse(form.kind, 'name-too-long');
      into.tokens.push({ kind: form.kind, value: form.name, ...place });
      into[form.kind === 'host' ? 'hosts' : 'tags'].add(form.name);
      into.parts.push({ kind: 'name', name: form.name });
      return;
    }
    case 'stage': {
      const value = context.findStage(form.name.normalize('NFKC'));
      if (value === undefined) return refuse('stage', 'unknown-stage');
      into.tokens.push({ kind: 'stage', value, ...place });
      into.stages.add(value);
      return mark();
    }
    case 'technique': {
      const value = context.findTechnique(form.id);
      if (value === undefined) return refuse('technique', 'unknown-technique');
      into.tokens.push({ kind: 'technique', value, ...place });
      into.techniques.add(value.id);
      return mark();
    }
    case 'evidence': {
      const value = context.findEvidence(form.no);
      if (value === undefined) return refuse('evidence', 'unknown-evidence');
      into.tokens.push({ kind: 'evidence', value, ...place });
      into.evidence.set(value.id, { id: value.id, no: value.no });
      return mark();
    }
    case 'kind':
      return setKind(form.value, { kind: 'kind', value: form.value, ...place });
    case 'unclosed-quote':
      return refuse('text', 'unclosed-quote');
    case 'question':
      if (isBetweenWords) return lone();
      return setKind('question', { kind: 'question', ...place });
    case 'star':
      if (isBetweenWords) return lone();
      into.tokens.push({ kind: 'star', ...place });
      into.starred = true;
      return mark();
  }

  function setKind(kind: EntryKind, token: EntryLineToken): void {
    if (into.kind !== undefined && into.kind !== kind) return refuse('kind', 'conflicting-kind');
    into.kind = kind;
    into.tokens.push(token);
    mark();
  }

  function lone(): void {
    addText(into, line, start, end);
    keepAsText();
  }
}

/** The kind of an entry for which none was named. */
export function defaultEntryKind(draft: Pick<EntryDraft, 'stages' | 'techniques'>): EntryKind {
  return draft.stages.length > 0 || draft.techniques.length > 0 ? 'adversary' : 'observation';
}

function finish(into: Collected, line: string): EntryLineReading {
  const text = composeText(into.parts);
  if (text === '') {
    into.problems.push({ kind: 'no-text', start: line.length, end: line.length, raw: '' });
  }
  const stages = [...into.stages];
  const techniques = [...into.techniques];
  const draft: EntryDraft = {
    text,
    at: into.at,
    kind: into.kind ?? defaultEntryKind({ stages, techniques }),
    stages,
    techniques,
    hosts: [...into.hosts],
    tags: [...into.tags],
    evidence: [...into.evidence.values()],
    starred: into.starred,
  };
  const tokens = into.tokens.map((token) =>
    token.kind === 'text' && token.raw === ''
      ? { ...token, raw: line.slice(token.start, token.end) }
      : token,
  );
  return { tokens, draft, problems: into.problems };
}
