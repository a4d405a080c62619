import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { canonicalize, type JsonValue } from '#shared/journal/canonical-json.ts';
import { needsAttention } from '#shared/journal/finding.ts';
import { type Opening, parseOpening, writeOpening } from '#shared/journal/opening.ts';
import {
  commitmentOf,
  parseRedactedLine,
  placeOf,
  saltOf,
  valueAt,
  withoutPlaces,
  writeRedactedLine,
} from '#shared/journal/redacted-line.ts';
import { nodeCrypto } from '../../../electron/notebook/node-crypto.ts';
import {
  checkNotebookFiles,
  type NotebookFiles,
  writeNotebookFiles,
} from '../../fixtures/notebook-files.ts';
import {
  hiddenPlaces,
  hiddenWords,
  redactedCase,
  redactedFeeds,
  redactedFiles,
  tampered,
} from '../../fixtures/redaction-vectors.ts';
import { comparable, hasMeans, inVerifyShape, verifyMany } from '../../fixtures/run-verify.ts';
import { testKey } from '../../fixtures/test-device.ts';
import { vectorNotebook } from '../../fixtures/vector-parts.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-redaction-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const crypto = nodeCrypto();
const redactor = testKey('desk');
const good = redactedFiles(redactedFeeds(), redactor);
const { desk, field } = redactedCase();
const means = hasMeans('cryptography') ? 'cryptography' : 'openssl';

function textOf(files: NotebookFiles): string {
  return [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n');
}

function codesOf(files: NotebookFiles, opening?: Opening): string[] {
  const options = { signatures: true, ...(opening && { opening }) };
  return checkNotebookFiles(files, options).findings.map(({ code }) => code);
}

describe('a redacted copy', () => {
  test('holds nothing of what is hidden, and no signature of a redacted line', () => {
    const text = textOf(good);
    for (const word of hiddenWords) expect(text).not.toContain(word);
    for (const [device, lines] of [
      ['desk', desk.lines],
      ['field', field.lines],
    ] as const)
      for (const { p, s } of lines)
        expect(text.includes(s), `${device} ${p.seq}`).toBe(
          hiddenPlaces[`${device} ${p.seq}`] === undefined,
        );
  });

  test('says first what is proven, then whose word the rest is, then how much is hidden', () => {
    const { findings, lines } = checkNotebookFiles(good);
    expect(findings.map(({ code, values }) => [code, values])).toEqual([
      ['redaction-proven', { whole: 6, lines: 10, named: 3, redacted: 4 }],
      ['redaction-word', { n: 4, redactor: redactor.feed, at: '2026-01-06 09:30 +09:00' }],
      ['redaction-hidden', { n: 9 }],
    ]);
    expect(lines).toBe(10);
    expect(needsAttention(findings)).toBe(false);
  });

  test('gives every place a salt of its own that only the line’s signature makes', () => {
    const [, line] = desk.lines;
    const salts = ['/by', '/op/text', '/op/fields/title'].map((at) =>
      saltOf(line?.s ?? '', at, crypto),
    );
    expect(new Set(salts).size).toBe(3);
    expect(saltOf(desk.lines[2]?.s ?? '', '/by', crypto)).not.toBe(salts[0]);
  });

  test('counts no line as named by one whose names are redacted', () => {
    const all = Object.fromEntries(
      [...desk.lines, ...field.lines].map(({ p }) => [
        `${p.feed === desk.feed ? 'desk' : 'field'} ${p.seq}`,
        ['/by'],
      ]),
    );
    const { findings } = checkNotebookFiles(redactedFiles(redactedFeeds(redactor, all), redactor));
    expect(findings[0]?.values).toEqual({ whole: 0, lines: 10, named: 0, redacted: 10 });
  });
});

describe('a redacted line', () => {
  const original = desk.lines[2];
  if (original === undefined) throw new Error('no line');
  const p = original.p as unknown as JsonValue;
  const text = writeRedactedLine({ ...original, p }, ['/op/text'], redactor, crypto);

  test('is read back with everything but what is hidden', () => {
    const read = parseRedactedLine(text);
    expect(read).toMatchObject({ feed: redactor.feed, hash: original.hash });
    expect(canonicalize(read?.p)).toBe(canonicalize(withoutPlaces(p, ['/op/text'])));
    expect(Object.keys(read?.hidden ?? {})).toEqual(['/op/text']);
  });

  const said = JSON.parse(text) as { r: Record<string, unknown> & { p: object }; s: string };
  const withR = (change: object): string => canonicalize({ ...said, r: { ...said.r, ...change } });
  test.each<readonly [string, string]>([
    ['nothing hidden', withR({ hidden: {} })],
    ['a place that is still there', withR({ hidden: { '/op/kind': 'a'.repeat(64) } })],
    ['a place that cannot be', withR({ hidden: { '/op/at/utc/x': 'a'.repeat(64) } })],
    ['a place in no object', withR({ hidden: { '/op/text/x': 'a'.repeat(64) } })],
    ['a number hidden that the chain needs', withR({ hidden: { '/seq': 'a'.repeat(64) } })],
    ['no name, and none hidden', withR({ p: { ...said.r.p, by: undefined } })],
    ['a field more', withR({ note: '' })],
    ['a later version', withR({ v: 2 })],
    ['no commitment', withR({ hidden: { '/op/text': 'a' } })],
    ['a prototype among the hidden', text.replace('"hidden":{', '"hidden":{"__proto__":"a",')],
    ['spaces', text.replace('{"r":', '{"r": ')],
  ])('with %s is none', (_name, other) => {
    expect(parseRedactedLine(other)).toBeUndefined();
  });

  test('finds values by escaped keys', () => {
    expect(placeOf('op', 'a/b~c')).toBe('/op/a~1b~0c');
    expect(valueAt({ op: { 'a/b~c': 7 } }, '/op/a~1b~0c')).toBe(7);
    expect(valueAt({ op: [1] }, '/op/0')).toBeUndefined();
  });
});

/** Each way of hurting a copy, and the first thing that has to be said about it. */
const hurt: Readonly<Record<string, readonly [NotebookFiles, string]>> = {
  'the visible rest of a line is changed': [
    tampered((texts) => edit(texts, 2, '"observation"', '"adversary"')),
    'redaction-differs',
  ],
  'a commitment is exchanged': [
    tampered((texts) => {
      const at = /"\/by":"([0-9a-f]{64})"/.exec(texts[2] ?? '')?.[1] ?? '';
      edit(texts, 2, at, 'f'.repeat(64));
    }),
    'redaction-differs',
  ],
  'the hash of the original is exchanged': [
    tampered((texts) => edit(texts, 2, desk.lines[2]?.hash ?? '', 'e'.repeat(64))),
    'redaction-differs',
  ],
  'a whole line is changed': [
    tampered((texts) => edit(texts, 3, 'A scan came in.', 'A scan went out.')),
    'redaction-differs',
  ],
  'the last line is taken off': [tampered((texts) => void texts.pop()), 'redaction-differs'],
  'a redacted line is taken out': [
    tampered((texts) => void texts.splice(2, 1)),
    'redaction-differs',
  ],
  'two lines change places': [
    tampered((texts) => void texts.splice(1, 2, texts[2] ?? '', texts[1] ?? '')),
    'redaction-differs',
  ],
  'a line of another copy by the same device is put in': [
    tampered((texts) => {
      const other = redactedFeeds(redactor, { 'desk 2': ['/op/hosts'] })[redactor.feed] ?? [];
      texts[2] = other[2] ?? '';
    }),
    'redaction-differs',
  ],
  'another device redacted one line more': [
    tampered((texts) => {
      const other = redactedFeeds(field.key, { 'desk 3': ['/op/text'] })[redactor.feed] ?? [];
      texts[3] = other[3] ?? '';
    }),
    'redaction-differs',
  ],
  'the feed of a device is taken out': [
    new Map([...good].filter(([name]) => !name.includes(field.feed))),
    'feed-missing',
  ],
  'a feed is put in': [
    new Map([...good, [`feeds/${testKey('stranger').feed}.jsonl`, Buffer.from('')]]),
    'redaction-differs',
  ],
  'the statement is gone': [
    new Map([...good].filter(([name]) => name !== 'redaction.json')),
    'redaction-missing',
  ],
  'the statement is made wider': [
    new Map([
      ...good,
      ['redaction.json', Buffer.from(statementText().replace('"GREEN"', '"CLEAR"'))],
    ]),
    'redaction-missing',
  ],
  'the statement is of another notebook': [
    redactedFiles(redactedFeeds(), redactor, { nb: '0'.repeat(32) }),
    'redaction-missing',
  ],
  'the statement carries another key': [
    redactedFiles(redactedFeeds(), redactor, { key: field.key.publicKey }),
    'redaction-missing',
  ],
  'a stranger redacted it': [
    redactedFiles(redactedFeeds(testKey('stranger')), testKey('stranger')),
    'redactor-unknown',
  ],
  'the redactor bends the chain': [redactedFiles(bentFeeds(), redactor), 'chain-broken'],
  'it is called a notebook': [
    new Map([
      ...good,
      [
        'notebook.json',
        Buffer.from(
          Buffer.from(good.get('notebook.json') ?? [])
            .toString('utf8')
            .replace('kiroku-redacted', 'kiroku-notebook'),
        ),
      ],
    ]),
    'line-malformed',
  ],
};

function statementText(): string {
  return Buffer.from(good.get('redaction.json') ?? []).toString('utf8');
}

function edit(texts: string[], at: number, from: string, to: string): void {
  const before = texts[at] ?? '';
  texts[at] = before.replace(from, to);
  if (texts[at] === before) throw new Error(`nothing changed in line ${at}`);
}

/** What a redactor can sign who wants two redacted lines to hang together otherwise than they do. */
function bentFeeds(): Record<string, string[]> {
  const feeds = redactedFeeds();
  const [, , original] = desk.lines;
  if (original === undefined) throw new Error('no line');
  const p = { ...original.p, prev: 'd'.repeat(64) } as unknown as JsonValue;
  const { s, hash } = original;
  const bent = writeRedactedLine({ p, s, hash }, ['/op/text'], redactor, crypto);
  return { ...feeds, [desk.feed]: (feeds[desk.feed] ?? []).with(2, bent) };
}

describe('a redacted copy that was tampered with', () => {
  test.each(Object.entries(hurt))('is found out: %s', (_name, [files, first]) => {
    const { findings } = checkNotebookFiles(files);
    expect(needsAttention(findings)).toBe(true);
    expect(findings.map(({ code }) => code)).toContain(first);
  });

  test.skipIf(!hasMeans(means))('verify.py says the same of every one (needs signatures)', () => {
    const all = Object.entries(hurt).map(([name, [files]], index) => {
      const folder = path.join(scratch, `hurt-${index}`);
      writeNotebookFiles(folder, files);
      return { name, files, folder };
    });
    const answer = verifyMany({ folders: all.map(({ folder }) => folder) }, means);
    for (const [index, { name, files }] of all.entries()) {
      const theirs = answer.folders[index];
      expect(theirs && comparable(theirs), name).toEqual(inVerifyShape(checkNotebookFiles(files)));
      expect(theirs?.ok, name).toBe(false);
    }
  });
});

describe('an opening', () => {
  const line = desk.lines[2];
  const text = desk.texts[2] ?? '';
  const salt = saltOf(line?.s ?? '', '/op/text', crypto);
  const value = 'Aoki unplugged pacs01.';
  const right: Opening = {
    notebook: vectorNotebook,
    values: [{ feed: desk.feed, seq: 2, at: '/op/text', salt, value }],
    lines: [{ feed: desk.feed, seq: 2, line: text }],
  };
  const [shown] = right.values;
  const withValue = (change: object): Opening => ({
    ...right,
    lines: [],
    values: [{ ...shown, ...change } as never],
  });
  const withLine = (change: object): Opening => ({
    ...right,
    values: [],
    lines: [{ feed: desk.feed, seq: 2, line: text, ...change }],
  });
  const lying = { ...(line?.p.op as object), text: 'Nobody did.' };
  const other = canonicalize({ p: { ...line?.p, op: lying }, s: line?.s });
  const wrong: Readonly<Record<string, Opening>> = {
    'another value': withValue({ value: 'Aoki unplugged pacs02.' }),
    'another salt': withValue({ salt: '0'.repeat(64) }),
    'another place': withValue({ at: '/by' }),
    'a place that is not hidden': withValue({ at: '/op/kind' }),
    'a prototype as place': withValue({ at: '__proto__' }),
    'another line': withValue({ seq: 1 }),
    'a whole line': withValue({ seq: 3 }),
    'a line that is not there': withValue({ seq: 99 }),
    'another feed': withValue({ feed: field.feed }),
    'another notebook': { ...withValue({}), notebook: '0'.repeat(32) },
    'a line with another text': withLine({ line: other }),
    'a line that is another one': withLine({ line: desk.texts[3] }),
    'a line that is none': withLine({ line: '{}' }),
  };

  test('shows a value to be the one that was hidden, and a line to be the one that was written', () => {
    const { findings } = checkNotebookFiles(good, { signatures: true, opening: right });
    const about = { feed: desk.feed, line: 3, severity: 'note' };
    expect(findings.slice(3)).toEqual([
      { ...about, code: 'opening-line', values: { number: 2 } },
      {
        ...about,
        code: 'opening-value',
        values: { number: 2, at: '/op/text', value: canonicalize(value) },
      },
    ]);
  });

  test.each(Object.entries(wrong))('is refused with %s', (_name, opening) => {
    expect(codesOf(good, opening)).toContain('opening-wrong');
  });

  test('does not tell of one hidden value what another is', () => {
    const commitment = commitmentOf(
      { at: '/op/hosts', hash: line?.hash ?? '', salt, value: ['pacs01'] },
      crypto,
    );
    expect(textOf(good)).not.toContain(commitment);
  });

  test('finds out a redactor who committed to something else', () => {
    const lied = redactedFeeds();
    const p = { ...line?.p, op: lying } as unknown as JsonValue;
    const bent = writeRedactedLine(
      { p, s: line?.s ?? '', hash: line?.hash ?? '' },
      ['/by', '/op/text', '/op/hosts'],
      redactor,
      crypto,
    );
    lied[desk.feed] = (lied[desk.feed] ?? []).with(2, bent);
    const files = redactedFiles(lied, redactor);
    expect(needsAttention(checkNotebookFiles(files).findings)).toBe(false);
    expect(codesOf(files, withLine({}))).toContain('opening-wrong');
  });

  test('is read back as it was written, and nothing else is one', () => {
    expect(parseOpening(writeOpening(right))).toMatchObject(right);
    expect(parseOpening('{}\n')).toBeUndefined();
    expect(parseOpening(writeOpening(right).replace('"version":1', '"version":2'))).toBeUndefined();
  });

  test.skipIf(!hasMeans(means))('verify.py says the same of every one (needs signatures)', () => {
    const openings: Record<string, string> = {};
    const all = Object.entries({ right, ...wrong }).map(([name, opening], index) => {
      const folder = path.join(scratch, `opening-${index}`);
      writeNotebookFiles(folder, good);
      openings[folder] = path.join(scratch, `opening-${index}.json`);
      writeFileSync(openings[folder], writeOpening(opening));
      return { name, opening, folder };
    });
    const answer = verifyMany({ folders: all.map(({ folder }) => folder), openings }, means);
    for (const [index, { name, opening }] of all.entries()) {
      const theirs = answer.folders[index];
      const ours = inVerifyShape(checkNotebookFiles(good, { signatures: true, opening }));
      expect(theirs && comparable(theirs), name).toEqual(ours);
    }
  });
});
