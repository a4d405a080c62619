import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicatorFieldsSchema } from '#shared/domain/indicator.ts';
import { assetFieldsSchema } from '#shared/domain/system.ts';
import { accountFieldsSchema } from '#shared/domain/account.ts';
import { readListOrText } from '#shared/import/lists/find-list.ts';
import { type ListChoice, listChoiceSchema } from '#shared/import/lists/list-mapping.ts';
import type { RescueChoices } from '#shared/import/rescue/rescued-case.ts';
import { listRecords } from './list-records.ts';

function read(text: string, list: ListChoice = {}, choices: RescueChoices = {}) {
  return readListOrText(
    { name: 'list.csv', text, records: listRecords(text) },
    { zone: 'Asia/Tokyo', ...choices, list },
  );
}

describe('a list of indicators', () => {
  test('is told by its headings, and nothing that stands in it is lost', () => {
    const { list, indicators, rows, entries, questions } = read(
      [
        'No,IOC,種別,確度,TLP,初回確認,備考,Ticket',
        '1,evil[.]example,ドメイン,高,TLP:AMBER+STRICT,2026-01-04 17:02,C2,INC-7',
        '2,198.51.100.7,IPアドレス,?,,いつか,,',
        '3,evil.example,domain,,GREEN,,"second, line",',
      ].join('\n'),
    );
    expect(questions).toEqual([]);
    expect(list?.columns).toEqual({
      No: 'leave',
      IOC: 'value',
      種別: 'type',
      確度: 'confidence',
      TLP: 'tlp',
      初回確認: 'firstSeen',
      備考: 'note',
      Ticket: 'note',
    });
    expect(indicators.map(({ fields }) => fields)).toEqual([
      {
        type: 'domain',
        value: 'evil.example',
        confidence: 'probable',
        tlp: 'AMBER+STRICT',
        firstSeen: '2026-01-04T08:02:00Z',
        origin: 'list.csv',
        note: '備考: C2\nTicket: INC-7\n備考: second, line',
      },
      {
        type: 'ipv4',
        value: '198.51.100.7',
        origin: 'list.csv',
        note: '確度: ?\n初回確認: いつか',
      },
    ]);
    expect(rows.map(({ row, outcome, what }) => [row, outcome, what])).toEqual([
      [2, 'changed', ['word-reworded', 'refanged']],
      [3, 'changed', ['word-kept-in-note', 'time-unreadable']],
      [4, 'changed', ['merged']],
      [0, 'taken', []],
    ]);
    expect(entries.map(({ text, kind }) => [text.split('\n')[0], kind])).toEqual([
      ['list.csv', 'note'],
    ]);
  });

  test('may have a column for each type', () => {
    const sha256 = 'ab'.repeat(32);
    const { list, indicators } = read(
      `File name,MD5,SHA-256,Comment\nrun.exe,${'cd'.repeat(16)},${sha256},dropper\nb.dll,,,-`,
    );
    expect(list?.columns).toEqual({
      'File name': 'value',
      MD5: 'value',
      'SHA-256': 'value',
      Comment: 'note',
    });
    expect(indicators.map(({ fields: { type, value } }) => [type, value])).toEqual([
      ['file-name', 'run.exe'],
      ['md5', 'cd'.repeat(16)],
      ['sha256', sha256],
      ['file-name', 'b.dll'],
    ]);
  });

  test('without headings is told by what stands in it', () => {
    const { list, indicators } = read('198.51.100.7;seen twice\nevil.example;once\n');
    expect(list?.columns).toEqual({ '1': 'value', '2': 'note' });
    expect(indicators.map(({ fields: { value, note } }) => [value, note])).toEqual([
      ['198.51.100.7', '2: seen twice'],
      ['evil.example', '2: once'],
    ]);
  });

  test('asks for the column that holds the value, and writes nothing before', () => {
    const text = 'a,b\nx y,1\nz w,2';
    const asked = read(text, { as: 'indicators' });
    expect(asked.questions).toEqual(['columns']);
    expect(asked.indicators).toEqual([]);
    const { questions, indicators } = read(text, {
      as: 'indicators',
      columns: { a: 'value', b: 'leave' },
    });
    expect(questions).toEqual([]);
    expect(indicators.map(({ fields: { type, value, note } }) => [type, value, note])).toEqual([
      ['other', 'x y', undefined],
      ['other', 'z w', undefined],
    ]);
  });

  test('may have several values in a cell, and only where each is one', () => {
    const { indicators } = read(
      'indicator,type\n"198.51.100.7, 198.51.100.8",ip\n"evil.example\nworse.example",\nGlobal mutex 7,mutex',
    );
    expect(indicators.map(({ fields: { type, value } }) => [type, value])).toEqual([
      ['ipv4', '198.51.100.7'],
      ['ipv4', '198.51.100.8'],
      ['domain', 'evil.example'],
      ['domain', 'worse.example'],
      ['mutex', 'Global mutex 7'],
    ]);
  });
});

describe('a list of systems', () => {
  test('is told by its headings; no word calls a system clear', () => {
    const { list, systems } = read(
      [
        'ホスト名\tIPアドレス\tOS\t部署\t状態\t理由\t重要度\t資産番号',
        'pacs01\t10.1.2.3; 10.1.2.4\tWindows Server 2019\t放射線科\t侵害あり\tEDRの検知\t高\tA-17',
        'ward-srv\t\t\t\tクリーン\t\t\t',
        '\t10.9.9.9\t\t\t\t\t\t',
      ].join('\n'),
    );
    expect(list?.as).toBe('systems');
    expect(systems).toEqual([
      {
        name: 'pacs01',
        aliases: ['10.1.2.3', '10.1.2.4'],
        os: 'Windows Server 2019',
        owner: '放射線科',
        criticality: 'high',
        state: { value: 'compromised', because: 'EDRの検知', entries: [] },
        note: '資産番号: A-17',
      },
      { name: 'ward-srv', note: '状態: クリーン' },
      { name: '10.9.9.9' },
    ]);
  });

  test('may be names one below the other', () => {
    const { systems } = read('hostname\npacs01\n\nward-srv\n', { as: 'systems' });
    expect(systems.map(({ name }) => name)).toEqual(['pacs01', 'ward-srv']);
  });
});

test('a list of accounts is told by its headings', () => {
  const { list, accounts } = read(
    'sAMAccountName,Domain,Display name,MemberOf,Status\nnurse7,WARD,Aoki,Domain Users,abused\nsvc,WARD,,,cleared',
  );
  expect(list?.as).toBe('accounts');
  expect(accounts).toEqual([
    {
      name: 'nurse7',
      domain: 'WARD',
      owner: 'Aoki',
      privileges: 'Domain Users',
      state: { value: 'compromised', because: '', entries: [] },
    },
    { name: 'svc', domain: 'WARD', note: 'Status: cleared' },
  ]);
});

describe('a text', () => {
  const text = '通信先：198[.]51[.]100[.]23、\nbeacon[.]example[.]com と pacs01.ward.example.jp';

  test('is searched for indicators; what is our own is accounted for and left', () => {
    const { format, indicators, rows } = read(
      text,
      {},
      {
        noise: { systems: ['pacs01'], allowed: ['198.51.100.23'] },
      },
    );
    expect(format).toBe('text');
    expect(
      indicators.map(({ fields: { value, state, origin } }) => [value, state, origin]),
    ).toEqual([['beacon.example.com', 'candidate', 'list.csv']]);
    expect(rows.map(({ row, what }) => [row, what])).toEqual([
      [1, ['false-positive']],
      [2, []],
      [2, ['own-system']],
      [0, []],
    ]);
  });
});

test.each([
  { as: 'systems', columns: { a: 'value' } },
  { as: 'text', columns: { a: 'value' } },
  { as: 'indicators', columns: { a: 'constructor' } },
  { as: 'incidents' },
])('refuses a mapping that means nothing: %j', (choice) => {
  expect(listChoiceSchema.safeParse(choice).success).toBe(false);
});

const cell = fc.oneof(
  fc.constantFrom(
    ...'IOC,value,name,hostname,type,state,__proto__,constructor,=1+1,\'=x,"a,evil[.]example,10.0.0.1,compromised,○,2026-01-01,\ud800,"'.split(
      ',',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('any table can be read as anything, and what is written fits the notebook', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
      fc.constantFrom(undefined, 'indicators' as const, 'systems' as const, 'accounts' as const),
      (table, as) => {
        const text = table
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const rescued = read(text, as === undefined ? {} : { as });
        for (const { fields } of rescued.indicators) indicatorFieldsSchema.parse(fields);
        for (const fields of rescued.systems) assetFieldsSchema.parse(fields);
        for (const fields of rescued.accounts) accountFieldsSchema.parse(fields);
        expect(rescued.entries.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500) },
  );
});
