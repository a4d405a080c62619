import { describe, expect, test } from 'vitest';
import type { EntryDraft, EntryLineReading } from '#shared/domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { lineContext } from './entry-line-context.ts';

const read = (line: string): EntryLineReading => parseEntryLine(line, lineContext());
const nothing = {
  text: '',
  at: undefined,
  kind: 'observation',
  stages: [],
  techniques: [],
  hosts: [],
  tags: [],
  evidence: [],
  starred: false,
  accounts: [],
  confidence: undefined,
  basis: undefined,
  logSource: undefined,
  source: undefined,
  noticed: undefined,
  links: [],
} satisfies EntryDraft;

/** The draft of a line that has no problem, its time shortened to what it says. */
function draft(line: string): object {
  const { draft: found, problems } = read(line);
  expect(problems).toEqual([]);
  return { ...found, at: found.at && `${found.at.utc} ${found.at.precision} ${found.at.text}` };
}

describe('accounts, certainty, sources, links and when it was noticed', () => {
  const entry = (no: string, id = no) => ({ id: id.padStart(32, '0'), no });
  test.each<[string, object]>([
    ['&svc_backup logged on', { text: 'logged on', accounts: ['svc_backup'] }],
    [
      'logon by &CORP\\jdoe failed',
      { text: 'logon by CORP\\jdoe failed', accounts: ['CORP\\jdoe'] },
    ],
    ['＆"山田 太郎" に発行', { text: '山田 太郎 に発行', accounts: ['山田 太郎'] }],
    [
      'exfiltration :probable :opinion',
      { text: 'exfiltration', confidence: 'probable', basis: 'opinion' },
    ],
    ['持ち出し ：おそらく ：推定', { text: '持ち出し', confidence: 'probable', basis: 'opinion' }],
    [
      ':決定 :確認 :fact cut',
      { text: 'cut', kind: 'decision', confidence: 'confirmed', basis: 'fact' },
    ],
    ['$dns beacon', { text: 'beacon', logSource: 'dns' }],
    [
      '14:02 ＄vpn logon $auth.log',
      {
        text: 'logon',
        at: '2021-11-02T05:02:00Z minute 14:02',
        logSource: 'vpn',
        source: { id: 'a'.repeat(32), name: 'auth.log' },
      },
    ],
    [
      '14:02 door opened $"badge reader, gate 2"',
      {
        at: '2021-11-02T05:02:00Z minute 14:02',
        text: 'door opened',
        source: { id: 'b'.repeat(32), name: 'badge reader, gate 2' },
      },
    ],
    [
      '>#12 =#0013 ?#14 because',
      {
        text: 'because',
        links: [
          { type: 'caused', entry: entry('12') },
          { type: 'same-event', entry: entry('13') },
          { type: 'answers', entry: entry('14') },
        ],
      },
    ],
    [
      '原因 ＞＃１２ →#13',
      {
        text: '原因',
        links: [
          { type: 'caused', entry: entry('12') },
          { type: 'caused', entry: entry('13') },
        ],
      },
    ],
    [
      'same =#7.ffff =#7.ffff',
      {
        text: 'same',
        links: [{ type: 'same-event', entry: entry('7.ffff', '7'.padStart(32, 'f')) }],
      },
    ],
  ])('%s', (line, expected) => {
    expect(draft(line)).toEqual({ ...nothing, ...expected });
  });

  test.each<[string, string, string, string]>([
    ['02:10 n10:30 printers stop', '2021-11-02T01:30:00Z', 'minute', 'printers stop'],
    ['02:10 printers stop n:10:30', '2021-11-02T01:30:00Z', 'minute', 'printers stop'],
    ['02:10 ｎ１０：３０　停止', '2021-11-02T01:30:00Z', 'minute', '停止'],
    ['02:10 検知10:30 停止', '2021-11-02T01:30:00Z', 'minute', '停止'],
    ['02:10 気付き昨日 23:10 停止', '2021-11-01T14:10:00Z', 'minute', '停止'],
    ['02:10 発見：10月31日 停止', '2021-10-30T15:00:00Z', 'day', '停止'],
    ['02:10 検知10:30に判明', '2021-11-02T01:30:00Z', 'minute', '判明'],
    ['02:10 noticed:yesterday 23:10 stop', '2021-11-01T14:10:00Z', 'minute', 'stop'],
    ['02:10 n-5m stop', '2021-11-02T03:02:00Z', 'minute', 'stop'],
    ['02:10 noticed:<10:30 stop', '2021-11-02T01:30:00Z', 'minute', 'stop'],
  ])('%s', (line, utc, precision, text) => {
    const { draft: found, problems: asked } = read(line);
    expect(asked).toEqual([]);
    expect(found).toMatchObject({
      text,
      at: { utc: '2021-11-01T17:10:00Z' },
      noticed: { utc, precision },
    });
  });

  test.each([
    'AT&T R&D & more && cmd 2>&1 &amp; &',
    '$MFT shows $100 in $HOME/x and $env:TEMP',
    '%TEMP% :unknownword :8080',
    '> quoted => a=#5 #12 ?? =x >x ?x',
    'n95 masks, N+1, n/a and 検知2件 検知:マルウェア no-show',
    '検知: 10件',
  ])('text stays text: %s', (line) => {
    expect(draft(line)).toEqual({ ...nothing, text: line });
  });

  test.each<[string, string, string, string]>([
    ['cut =#900', 'unknown-entry', '=#900', 'cut =#900'],
    ['cut =#7', 'several-entries', '=#7', 'cut =#7'],
    ['cut =#7.abcd', 'unknown-entry', '=#7.abcd', 'cut =#7.abcd'],
    ['cut $"no such log"', 'unknown-source', '$"no such log"', 'cut $"no such log"'],
    ['cut $camera', 'several-sources', '$camera', 'cut $camera'],
    ['cut $auth.log', 'source-without-time', '$auth.log', 'cut $auth.log'],
    [':probable cut :possible', 'said-twice', ':possible', 'cut :possible'],
    [':fact cut :opinion', 'said-twice', ':opinion', 'cut :opinion'],
    ['$dns cut $vpn', 'said-twice', '$vpn', 'cut $vpn'],
    ['n10:30 cut n10:31', 'said-twice', 'n10:31', 'cut n10:31'],
    ['cut n:25:00', 'unreadable-time', 'n:25:00', 'cut n:25:00'],
    ['cut n10:30VPN', 'time-not-delimited', 'n10:30VPN', 'cut n10:30VPN'],
  ])('asked about: %s', (line, kind, raw, text) => {
    const { problems: found, draft: kept } = read(line);
    expect(found.map((problem) => [problem.kind, problem.raw])).toEqual([
      [kind, raw.slice(0, found[0]?.raw.length)],
    ]);
    expect(kept.text).toBe(text);
  });

  test('a time of noticing that a clock change doubled is asked about', () => {
    const { problems: found } = parseEntryLine(
      'x n:2021-10-31 02:30',
      lineContext('Europe/Berlin'),
    );
    expect(found).toMatchObject([{ kind: 'unreadable-time', error: { kind: 'time-ambiguous' } }]);
  });

  test('a new tag is asked about once and taken as it stands', () => {
    const context = { ...lineContext(), isNewTag: (tag: string) => tag !== 'vpn' };
    const { draft: found, problems: asked } = parseEntryLine('logon #vpn #vpm #vpm', context);
    expect(found).toMatchObject({ text: 'logon', tags: ['vpn', 'vpm'] });
    expect(asked).toEqual([{ kind: 'new-tag', raw: '#vpm', start: 11, end: 15 }]);
  });
});
