import type { EntryKind } from '../entry-kind.ts';
import type { EntryTime } from '../time/entry-time.ts';
import {
  longestName,
  type Basis,
  type Confidence,
  type EntryDraft,
  type EntryLineContext,
  type EntryLineProblem,
  type EntryLineReading,
  type EntryLineToken,
  type EvidenceReference,
  type LineLink,
  type SourceReference,
} from './entry-draft.ts';
import { composeText, type TextPart } from './entry-text.ts';
import type { StageId } from '../kill-chain.ts';
import { type LineTime, readLineTime } from './scan-line-time.ts';
import type { NameKind, WordForm } from './scan-word.ts';
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
  readonly accounts: Set<string>;
  readonly links: Map<string, LineLink>;
  /** What an entry has one of. */
  readonly once: {
    confidence?: Confidence;
    basis?: Basis;
    'log-source'?: string;
    source?: SourceReference;
    noticed?: EntryTime;
  };
};

/**
 * Reads one entry line: `14:02 @pacs01 VPN account used from unknown address !3 #vpn`.
 *
 * A time may stand at the start. Then, between white space: `@host`, `#tag`, `!stage`, `/T1566.001`,
 * `^E-004`, `&account`, `$source`, a word of a list (`:decision`, `:probable`, `:opinion`), a link to an entry
 * (`>#214` caused, `=#214` same event, `?#214` answers), and a second time for when it was noticed
 * (`n14:30`); a lone `?` or `*` before or after all the words asks or stars. A backslash before any of them
 * makes it text. Names with spaces go in quotation marks. Full-width signs read like ASCII ones.
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
    accounts: new Set(),
    links: new Map(),
    once: {},
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
  const place = { start, end, raw: line.slice(start, end) };
  const value = settleTime(into, place, 'time', line, time, context);
  if (value === undefined) return;
  into.at = value;
  into.tokens.push({ kind: 'time', value, ...place });
}

/** What a time comes to; one that cannot be settled stays in the text under its problem. */
function settleTime(
  into: Collected,
  place: Place,
  token: 'time' | 'noticed',
  line: string,
  time: LineTime,
  context: EntryLineContext,
): EntryTime | undefined {
  const read = time.kind === 'phrase' ? readLineTime(time, line, context) : undefined;
  if (read && 'value' in read) return read.value;
  const { start, end } = time;
  const error = read?.error ?? { kind: 'not-a-time', start, end };
  const problem: EntryLineProblem =
    time.kind === 'not-delimited'
      ? { kind: 'time-not-delimited', ...place }
      : { kind: 'unreadable-time', error, ...place };
  keepAsText(into, place, token, problem);
  return undefined;
}

type TokenPiece = Extract<Piece, { kind: 'token' }>;

type RefusedKind = Exclude<EntryLineToken['kind'], 'question' | 'star'>;

/** Keeps what cannot be settled in the text, under its problem. */
function keepAsText(
  into: Collected,
  { start, end, raw }: Place,
  token: RefusedKind,
  problem: EntryLineProblem,
): void {
  into.tokens.push({ kind: token, start, end, raw, problem });
  into.problems.push(problem);
  into.parts.push({ kind: 'word', shown: raw, isPunctuation: false });
}

function refuse(
  into: Collected,
  place: Place,
  token: RefusedKind,
  kind: Exclude<EntryLineProblem['kind'], 'unreadable-time' | 'several-entries'>,
): void {
  keepAsText(into, place, token, { kind, ...place });
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
    case 'account':
      return readName(into, place, form.kind, form.name, context);
    case 'source':
      return readSource(into, place, form, context);
    case 'link':
      return readLink(into, place, form, context);
    case 'confidence':
      return setOnce(into, place, 'confidence', form.value);
    case 'basis':
      return setOnce(into, place, 'basis', form.value);
    case 'noticed': {
      const value = settleTime(into, place, 'noticed', line, form.time, context);
      return value && setOnce(into, place, 'noticed', value);
    }
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

const namesOf = { host: 'hosts', tag: 'tags', account: 'accounts' } as const;

function readName(
  into: Collected,
  place: Place,
  kind: Exclude<NameKind, 'stage'>,
  name: string,
  context: EntryLineContext,
): void {
  if (name.length > longestName) return refuse(into, place, kind, 'name-too-long');
  const isNew = kind === 'tag' && context.isNewTag?.(name) === true && !into.tags.has(name);
  into[namesOf[kind]].add(name);
  into.parts.push({ kind: 'name', name });
  if (!isNew) return void into.tokens.push({ kind, value: name, ...place });
  // Taken as it stands: the writer only says whether it is meant.
  const problem: EntryLineProblem = { kind: 'new-tag', ...place };
  into.tokens.push({ kind, value: name, problem, ...place });
  into.problems.push(problem);
}

/** Sets what an entry has one of; the same again changes nothing, something else is asked about. */
function setOnce<K extends keyof Collected['once']>(
  into: Collected,
  place: Place,
  kind: K,
  value: NonNullable<Collected['once'][K]>,
): void {
  const before = into.once[kind];
  if (before !== undefined && !isSame(before, value)) {
    return refuse(into, place, kind, 'said-twice');
  }
  into.once[kind] = value;
  mark(into, { kind, value, ...place } as EntryLineToken);
}

function isSame(a: string | SourceReference | EntryTime, b: typeof a): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readSource(
  into: Collected,
  place: Place,
  { name, isQuoted }: Extract<WordForm, { kind: 'source' }>,
  context: EntryLineContext,
): void {
  const [source, second] = context.findSources(name);
  if (second !== undefined) return refuse(into, place, 'source', 'several-sources');
  // Its clock corrects the time: that of this machine, put in where none was typed, is not from it.
  if (source !== undefined && into.at === undefined) {
    return refuse(into, place, 'source', 'source-without-time');
  }
  if (source !== undefined) return setOnce(into, place, 'source', source);
  const log = context.findLogSource(name);
  if (log !== undefined) return setOnce(into, place, 'log-source', log);
  if (isQuoted) return refuse(into, place, 'source', 'unknown-source');
  // `$MFT`, `$HOME`: the field writes such words all day.
  addText(into, place.start, place.end);
  into.parts.push({ kind: 'word', shown: place.raw, isPunctuation: false });
}

function readLink(
  into: Collected,
  place: Place,
  { type, no }: Extract<WordForm, { kind: 'link' }>,
  context: EntryLineContext,
): void {
  const choices = context.findEntries(no);
  const [entry] = choices;
  if (entry === undefined) return refuse(into, place, 'link', 'unknown-entry');
  if (choices.length > 1) {
    return keepAsText(into, place, 'link', { kind: 'several-entries', choices, ...place });
  }
  const value = { type, entry };
  into.links.set(`${type} ${entry.id}`, value);
  mark(into, { kind: 'link', value, ...place });
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
    accounts: [...into.accounts],
    confidence: into.once.confidence,
    basis: into.once.basis,
    logSource: into.once['log-source'],
    source: into.once.source,
    noticed: into.once.noticed,
    links: [...into.links.values()],
  };
  const tokens = into.tokens.map((token) =>
    token.kind === 'text' && token.raw === ''
      ? { ...token, raw: line.slice(token.start, token.end) }
      : token,
  );
  return { tokens, draft, problems: into.problems };
}
