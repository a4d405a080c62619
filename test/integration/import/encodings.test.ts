import { open } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { indexContent, timesketchTable } from './index-file.ts';

const messages = [
  'ログオンに失敗しました（アカウント: 管理者）',
  '表示、能力、ソフト: 0x5c を含む文字',
  '改行を\n含む「メッセージ」, "引用符"',
  'plain ASCII',
  '｜＼｝①髙ｱｲｳ〜',
];
const table = timesketchTable(
  messages.map((message, at) => ({ message, datetime: `2024-03-01T05:02:0${at}+09:00` })),
);

/** The text in an encoding of one or two bytes that the runtime decodes; no library writes it. */
function encoded(text: string, name: string): Buffer {
  const decoder = new TextDecoder(name);
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = [lead, trail];
      const letters = decoder.decode(Uint8Array.from(bytes));
      if ([...letters].length === 1 && !codes.has(letters)) codes.set(letters, bytes);
    }
  if (name === 'shift_jis')
    for (let half = 0xa1; half <= 0xdf; half += 1)
      codes.set(decoder.decode(Uint8Array.of(half)), [half]);
  // The runtime gives the full-width tilde for the wave dash, as Windows does.
  const known = (letter: string) => codes.get(letter === '〜' ? '～' : letter);
  return Buffer.from(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? [code] : (known(letter) ?? []);
    }),
  );
}

const utf16le = Buffer.from(table, 'utf16le');
const files: readonly (readonly [string, string, Buffer])[] = [
  ['UTF-8', 'utf-8', Buffer.from(table)],
  ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${table}`)],
  ['UTF-16LE with a mark', 'utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['UTF-16LE without a mark', 'utf-16le', utf16le],
  ['UTF-16BE with a mark', 'utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
  ['UTF-16BE without a mark', 'utf-16be', Buffer.from(utf16le).swap16()],
  ['cp932', 'shift_jis', encoded(table, 'shift_jis')],
];

test.each([
  ['gbk', ['用户登录失败，账户已锁定', '防火墙规则已更新，拒绝远程桌面连接', '系统服务启动完成']],
  ['euc-jp', ['利用者 管理者 認証失敗', '装置 再起動 完了 正常', '監査 情報 成功']],
  ['euc-jp', ['ログオンに失敗しました', 'サービスを開始しました', '接続を拒否']],
])('tells %s by the letters that the language uses', async (encoding, texts) => {
  const content = timesketchTable(
    texts.map((message, at) => ({ message, datetime: `2024-03-01T05:02:0${at}+08:00` })),
  );
  const { rows, reading } = await indexContent('log.csv', encoded(content, encoding));
  expect(reading.encoding).toBe(encoding);
  expect(rows.map(({ text }) => text)).toEqual(texts);
});

test.each(files)(
  'reads the same rows out of %s, whatever the blocks',
  async (_name, encoding, bytes) => {
    for (const blockBytes of [7, 64, 1_048_576]) {
      const { rows, result, reading, index, file } = await indexContent(
        'log.csv',
        bytes,
        {},
        { blockBytes },
      );
      const texts = messages.map((message) =>
        encoding === 'shift_jis' ? message.replace('〜', '～') : message,
      );
      expect(reading.encoding).toBe(encoding);
      expect(rows.map(({ text, line }) => [line, text])).toEqual(
        [2, 3, 4, 6, 7].map((line, at) => [line, texts[at]]),
      );
      expect(result).toMatchObject({ rows: 5, usable: 5, replaced: 0, skipped: 0 });

      // The bytes at offset and length are the record.
      const handle = await open(file);
      for (const { row, offset, length, text } of rows) {
        const record = Buffer.alloc(length);
        await handle.read(record, 0, length, offset);
        const decoded = new TextDecoder(encoding).decode(record);
        expect(decoded).toContain(text.replaceAll('"', '""'));
        expect(decoded.endsWith(`PC-${(messages[row] ?? '').length % 3}`)).toBe(true);
        expect(await index.originalText(row, file)).toBe(decoded);
      }
      await handle.close();
    }
  },
);

test('finds Western text to be Western, and takes an encoding from a person', async () => {
  const message = 'Sitzung für Jürgen geöffnet – “müde”, Größe 5 €';
  const bytes = new Map(
    [...'üöß–“”€'].map((letter, at) => [letter, [0xfc, 0xf6, 0xdf, 0x96, 0x93, 0x94, 0x80][at]]),
  );
  const text = timesketchTable([{ message, datetime: '2024-03-01T05:02:00Z' }]);
  const western = Buffer.from(
    [...text].map((letter) => bytes.get(letter) ?? letter.codePointAt(0) ?? 0),
  );
  const { rows, reading } = await indexContent('log.csv', western);
  expect([reading.encoding, rows[0]?.text]).toEqual(['windows-1252', message]);

  const eucJp = Buffer.concat([
    Buffer.from('message,datetime,timestamp_desc\n'),
    Buffer.from('a5eda5b0a5aaa5f3a4cbbcbac7d4', 'hex'),
    Buffer.from(',2024-03-01T05:02:00Z,x\n'),
  ]);
  const detected = await indexContent('log.csv', eucJp);
  expect([detected.reading.encoding, detected.rows[0]?.text]).toEqual(['euc-jp', 'ログオンに失敗']);
  const told = await indexContent('log.csv', eucJp, { encoding: 'windows-1252' });
  expect(told.rows[0]?.text).toMatch(/^¥í¥°/);
});

test('counts what is no text in the encoding, and keeps the row', async () => {
  const table8 = timesketchTable([
    { message: 'good ログ \ufffd as the file has it', datetime: '2024-03-01T05:02:00Z' },
    { message: 'BAD', datetime: '2024-03-01T05:02:01Z' },
  ]);
  const bytes = Buffer.from(table8);
  bytes.set([0xc3, 0x28, 0xff], bytes.indexOf('BAD'));
  const { rows, result } = await indexContent('log.csv', bytes, { encoding: 'utf-8' });
  expect(rows[1]?.text).toBe('\ufffd(\ufffd');
  expect(result.replaced).toBe(2);
});

test('looks through the whole file for an encoding that its beginning does not tell', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => ({
    message: `event ${at}`,
    datetime: '2024-03-01T05:02:00Z',
  }));
  const text = timesketchTable([
    ...many,
    { message: '最後の行だけ日本語です', datetime: '2024-03-01T05:02:01Z' },
  ]);
  const { rows, reading } = await indexContent('log.csv', encoded(text, 'shift_jis'));
  expect([reading.encoding, rows.at(-1)?.text]).toEqual(['shift_jis', '最後の行だけ日本語です']);
});
