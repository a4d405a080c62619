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

type Place = { readonly start: number; readonly end: number; readonly raw: string };

const markPart: TextPart = { kind: 'mark' };

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
  if (leading) addText(into, leading.start, leading.end);
  readTime(into, line, split, context);
  const pieces = leading ? split.pieces.slice(1) : split.pieces;
  const [firstWord, lastWord] = wordsAround(pieces, into.parts.length > 0);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'space') {
      into.parts.push({ kind: 'space', raw: line.slice(piece.start, piece.end) });
      addText(into, piece.start, piece.end);
    } else if (piece.kind === 'word') {
      const { shown, isPunctuation } = piece;
      into.parts.push({ kind: 'word', shown, isPunctuation });
      addText(into, piece.start, piece.end);
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

function addText(into: Collected, start: number, end: number): void {
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

type TokenPiece = Extract<Piece, { kind: 'token' }>;

/** Keeps what cannot be settled in the text, under its problem. */
function refuse(
  into: Collected,
  { start, end, raw }: Place,
  token: 'host' | 'tag' | 'stage' | 'technique' | 'evidence' | 'kind' | 'text',
  kind: Exclude<EntryLineProblem['kind'], 'unreadable-time'>,
): void {
  const problem: EntryLineProblem = { kind, start, end, raw };
  into.tokens.push({ kind: token, start, end, raw, problem });
  into.problems.push(problem);
  into.parts.push({ kind: 'word', shown: raw, isPunctuation: false });
}

/** Takes a token without a word of its own. */
function mark(into: Collected, token: EntryLineToken): void {
  into.tokens.push(token);
  into.parts.push(markPart);
}

function setKind(into: Collected, place: Place, kind: EntryKind, token: EntryLineToken): void {
  if (into.kind !== undefined && into.kind !== kind) {
    refuse(into, place, 'kind', 'conflicting-kind');
    return;
  }
  into.kind = kind;
  mark(into, token);
}

function readToken(
  into: Collected,
  line: string,
  piece: TokenPiece,
  isBetweenWords: boolean,
  context: EntryLineContext,
): void {
  const { start, end, form } = piece;
  const raw = line.slice(start, end);
  const place = { start, end, raw };
  switch (form.kind) {
    case 'host':
    case 'tag':
      readName(into, place, form.kind, form.name);
      return;
    case 'stage': {
      const value = context.findStage(form.name.normalize('NFKC'));
      if (value === undefined) return refuse(into, place, 'stage', 'unknown-stage');
      into.stages.add(value);
      return mark(into, { kind: 'stage', value, start, end, raw });
    }
    case 'technique': {
      const value = context.findTechnique(form.id);
      if (value === undefined) return refuse(into, place, 'technique', 'unknown-technique');
      into.techniques.add(value.id);
      return mark(into, { kind: 'technique', value, start, end, raw });
    }
    case 'evidence': {
      const value = context.findEvidence(form.no);
      if (value === undefined) return refuse(into, place, 'evidence', 'unknown-evidence');
      into.evidence.set(value.id, { id: value.id, no: value.no });
      return mark(into, { kind: 'evidence', value, start, end, raw });
    }
    case 'kind':
      return setKind(into, place, form.value, { kind: 'kind', value: form.value, start, end, raw });
    case 'unclosed-quote':
      return refuse(into, place, 'text', 'unclosed-quote');
    case 'question':
    case 'star':
      return readSign(into, place, form.kind, isBetweenWords);
  }
}

function readName(into: Collected, place: Place, kind: 'host' | 'tag', name: string): void {
  const { start, end, raw } = place;
  if (name.length > longestName) return refuse(into, place, kind, 'name-too-long');
  into.tokens.push({ kind, value: name, start, end, raw });
  into[kind === 'host' ? 'hosts' : 'tags'].add(name);
  into.parts.push({ kind: 'name', name });
}

/** A lone `?` or `*`: between words it is a word itself ("2 * 3"). */
function readSign(
  into: Collected,
  place: Place,
  kind: 'question' | 'star',
  isBetweenWords: boolean,
): void {
  const { start, end, raw } = place;
  if (isBetweenWords) {
    addText(into, start, end);
    into.parts.push({ kind: 'word', shown: raw, isPunctuation: false });
    return;
  }
  const token: EntryLineToken = { kind, start, end, raw };
  if (kind === 'question') return setKind(into, place, 'question', token);
  into.starred = true;
  mark(into, token);
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
