import { z } from 'zod';
import { feedIdSchema, idSchema, longestLineBytes, sha256Schema } from '../lib/ids.ts';
import { canonicalize, type JsonValue, parseCanonical } from './canonical-json.ts';
import { parseLine, signedTextOfLine } from './envelope.ts';
import type { FeedCheck } from './check-feed.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { finding, type Finding } from './finding.ts';
import { toldValue } from './told-value.ts';
import {
  commitmentOf,
  type RedactedLine,
  saltOf,
  valueAt,
  withoutPlaces,
} from './redacted-line.ts';

/** No opening is longer; a larger file is none. */
export const longestOpeningBytes = 16 * longestLineBytes;

const count = z.int().min(0);
const openingSchema = z.strictObject({
  format: z.literal('kiroku-opening'),
  version: z.literal(1),
  notebook: idSchema,
  /** Single values: what was hidden at a place of a line, and the salt of its commitment. */
  values: z.array(
    z.strictObject({
      feed: feedIdSchema,
      seq: count,
      at: z.string(),
      salt: sha256Schema,
      value: z.json(),
    }),
  ),
  /** Whole lines as their devices wrote them, without the line feed. */
  lines: z.array(z.strictObject({ feed: feedIdSchema, seq: count, line: z.string() })),
});

/** What somebody who has the notebook shows of it to somebody who has a redacted copy. */
export type Opening = {
  readonly notebook: string;
  readonly values: readonly (LinePlace & {
    readonly at: string;
    readonly salt: string;
    readonly value: JsonValue;
  })[];
  readonly lines: readonly (LinePlace & { readonly line: string })[];
};

type LinePlace = { readonly feed: string; readonly seq: number };

/** Writes the content of an opening's file. */
export function writeOpening({ notebook, values, lines }: Opening): string {
  return `${canonicalize({ format: 'kiroku-opening', version: 1, notebook, values, lines })}\n`;
}

/** Reads an opening; undefined for anything else. */
export function parseOpening(text: string): Opening | undefined {
  const json = parseCanonical(text.replace(/\n$/, ''));
  const read = json.ok ? openingSchema.safeParse(json.value) : undefined;
  // The schema has seen to the shape; a key `__proto__` in a value is still there in what was read.
  return json.ok && read?.success === true ? (json.value as unknown as Opening) : undefined;
}

/** A redacted line and where it stands in its file (from 1). */
export type PlacedRedaction = { readonly line: RedactedLine; readonly at: number };

/** What an opening truly shows of one line. */
export type OpenedLine = LinePlace & {
  /** Where the line stands in its file (from 1). */
  readonly line: number;
  readonly type: string;
  readonly wall: number;
  /** Who wrote it, where that is not hidden. */
  readonly by?: string;
  /** True when all of the line was shown, as its device wrote it. */
  readonly isWhole: boolean;
  /** What was hidden and was shown, long values cut. */
  readonly values: readonly { readonly at: string; readonly value: JsonValue }[];
};

type HeldAgainst = {
  readonly notebook: string;
  readonly feeds: ReadonlyMap<string, Pick<FeedCheck, 'publicKey'>>;
  readonly lineOf: (feed: string, seq: number) => PlacedRedaction | undefined;
};

/** Holds what an opening shows against a redacted copy: each value and each line fits, or it is not true. */
export function checkOpening(
  opening: Opening,
  copy: HeldAgainst,
  crypto: JournalCrypto,
): { readonly findings: readonly Finding[]; readonly opened: readonly OpenedLine[] } {
  const findings: Finding[] = [];
  const opened = new Map<string, Collected>();
  const inCopy = (place: LinePlace) =>
    opening.notebook === copy.notebook ? copy.lineOf(place.feed, place.seq) : undefined;
  for (const shown of opening.lines) {
    const placed = inCopy(shown);
    const key = copy.feeds.get(shown.feed)?.publicKey;
    if (placed !== undefined && isOriginal(shown.line, placed.line, key, crypto)) {
      findings.push(about('opening-line', shown, placed, {}));
      opened.set(`${shown.feed} ${shown.seq}`, wholeLine(shown, placed));
    } else findings.push(about('opening-wrong', shown, placed, { at: '/' }));
  }
  for (const shown of opening.values) {
    const placed = inCopy(shown);
    const { at, salt, value } = shown;
    const { hash = '', hidden = {} } = placed?.line ?? {};
    if (
      placed !== undefined &&
      Object.hasOwn(hidden, at) &&
      hidden[at] === commitmentOf({ at, hash, salt, value }, crypto)
    ) {
      const said = [...canonicalize(value)].slice(0, longestShownValue).join('');
      findings.push(about('opening-value', shown, placed, { at, value: said }));
      const name = `${shown.feed} ${shown.seq}`;
      const of = opened.get(name) ?? {
        ...lineFacts(shown, placed),
        isWhole: false,
        values: new Map(),
      };
      opened.set(name, of);
      // Somebody can show one thing twice.
      if (!of.values.has(at)) of.values.set(at, toldValue(value));
    } else {
      const cut = [...at].slice(0, 100).join('');
      findings.push(about('opening-wrong', shown, placed, { at: cut }));
    }
  }
  const told = [...opened.values()].map(({ values, ...line }) => ({
    ...line,
    values: Array.from(values, ([at, value]) => ({ at, value })),
  }));
  return { findings, opened: told.toSorted((a, b) => a.wall - b.wall || a.seq - b.seq) };
}

type Collected = Omit<OpenedLine, 'values'> & { readonly values: Map<string, JsonValue> };

function lineFacts({ feed, seq }: LinePlace, { line, at }: PlacedRedaction) {
  const { wall, by, op } = line.p;
  return { feed, seq, line: at, type: op.t, wall, ...(by !== undefined && { by }) };
}

/** A line that was shown whole and fits: what its redacted line hides, as it was written. */
function wholeLine(
  shown: LinePlace & { readonly line: string },
  placed: PlacedRedaction,
): Collected {
  const json = parseCanonical(shown.line);
  const payload = json.ok ? (json.value as { readonly p: JsonValue }).p : null;
  const values = Object.keys(placed.line.hidden).flatMap((at) => {
    const value = valueAt(payload, at);
    return value === undefined ? [] : [[at, toldValue(value)] as const];
  });
  return { ...lineFacts(shown, placed), isWhole: true, values: new Map(values) };
}

/** Code points of a value that a finding repeats. */
const longestShownValue = 200;

function about(
  code: Finding['code'],
  { feed, seq }: LinePlace,
  placed: PlacedRedaction | undefined,
  values: Readonly<Record<string, string>>,
): Finding {
  const line = placed === undefined ? {} : { line: placed.at };
  return finding(code, { feed, ...line, values: { number: seq, ...values } });
}

/** True when a text is the line that a redacted one stands for, and its redactor said nothing else of it. */
function isOriginal(
  text: string,
  redacted: RedactedLine,
  publicKey: string | undefined,
  crypto: JournalCrypto,
): boolean {
  const { hash, hidden, p } = redacted;
  const json = parseCanonical(text);
  const line = parseLine(text);
  if (!json.ok || !line.ok || crypto.sha256Hex(text) !== hash) return false;
  const { s } = line.value;
  const payload = (json.value as { readonly p: JsonValue }).p;
  const commits = Object.entries(hidden).every(([at, commitment]) => {
    const value = valueAt(payload, at);
    const salt = saltOf(s, at, crypto);
    return value !== undefined && commitment === commitmentOf({ at, hash, salt, value }, crypto);
  });
  return (
    commits &&
    canonicalize(withoutPlaces(payload, Object.keys(hidden))) === canonicalize(p) &&
    publicKey !== undefined &&
    crypto.verify(publicKey, signedTextOfLine(text), s)
  );
}
