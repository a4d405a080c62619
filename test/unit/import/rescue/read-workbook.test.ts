import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../electron/import/read-workbook.ts';
import { dateCell, formulaCell, makeWorkbook, workbookParts } from './make-workbook.ts';

function cellsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value[0]?.rows.map(({ cells }) => cells) ?? [];
}

describe('a workbook', () => {
  test('gives its rows with their numbers and leaves blank ones out', () => {
    const read = readWorkbook(
      makeWorkbook({ One: [['a', '', 'c'], ['', ' '], [1.5]], 'Two & <3>': [] }),
    );
    expect(read).toEqual({
      ok: true,
      value: [
        {
          name: 'One',
          rows: [
            { number: 1, cells: ['a', '', 'c'] },
            { number: 3, cells: ['1.5'] },
          ],
        },
        { name: 'Two & <3>', rows: [] },
      ],
    });
  });

  test.each([
    [45_352.523_032_407_4, false, '2024-03-01T12:33:10'],
    [45_352, false, '2024-03-01T00:00:00'],
    [43_890.5, true, '2024-03-01T12:00:00'],
    [1, false, '1900-01-01T00:00:00'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01T00:00:00'],
    [-1, false, '-1'],
    [1e12, false, '1000000000000'],
  ])('shows day %d (from 1904: %s) as the civil time %s', (serial, is1904, text) => {
    expect(cellsOf(makeWorkbook({ S: [[dateCell(serial)]] }, { is1904 }))).toEqual([[text]]);
  });

  test('shows a formula as its last result, or its own text, and reckons nothing', () => {
    const row = [
      formulaCell('1+1', '2'),
      formulaCell("cmd|'/c calc'!A0"),
      formulaCell('HYPERLINK("http://x","y")', 'y'),
    ];
    expect(cellsOf(makeWorkbook({ S: [row] }))).toEqual([['2', "=cmd|'/c calc'!A0", 'y']]);
  });

  test('reads shared strings without the readings of Japanese words', () => {
    const parts = workbookParts({
      S: [[{ xml: (place) => `<c r="${place}" t="s"><v>0</v></c>` }]],
    });
    parts['xl/sharedStrings.xml'] = strToU8(
      '<sst><si><r><t>記</t></r><r><t>録_x000A_</t></r><rPh sb="0" eb="2"><t>キロク</t></rPh></si></sst>',
    );
    expect(cellsOf(zipSync(parts))).toEqual([['記録\n']]);
  });
});

describe('a hostile workbook', () => {
  test('is refused when it would unpack to more than a case is', () => {
    const bomb = zipSync(
      { ...workbookParts({ S: [] }), 'xl/media/a.bin': new Uint8Array(20 * 1024 * 1024) },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(readWorkbook(bomb)).toEqual({
      ok: false,
      error: { kind: 'zip-too-large', what: 'ratio' },
    });
  });

  test('is refused when it declares less than it holds, and gets no more room than that', () => {
    const parts = workbookParts({ S: [['a'.repeat(100_000)]] });
    const bytes = zipSync(parts, { level: 9 });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 28 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02_01_4b_50 && view.getUint32(at + 24, true) > 90_000)
        view.setUint32(at + 24, 100, true);
    expect(readWorkbook(bytes)).toMatchObject({ ok: false });
  });

  test('is refused with thousands of entries, two of a name, or cells without end', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, at) => [`xl/media/${String(at)}`, new Uint8Array(0)]),
    );
    expect(readWorkbook(zipSync(many))).toEqual({
      ok: false,
      error: { kind: 'zip-too-large', what: 'entries' },
    });
    const corner = `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(400)}</sheetData></worksheet>`;
    const wide = { ...workbookParts({ S: [] }), 'xl/worksheets/sheet1.xml': strToU8(corner) };
    expect(readWorkbook(zipSync(wide))).toEqual({ ok: false, error: { kind: 'too-many-cells' } });
  });

  test('with names that lead out of the archive, entities, or broken XML reaches nothing', () => {
    const parts = workbookParts({ S: [['a']] });
    const outside = { ...parts, '../../etc/passwd': strToU8('x'), '/abs.xml': strToU8('x') };
    expect(cellsOf(zipSync(outside))).toEqual([['a']]);
    const entity =
      '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    for (const xml of [entity, '<worksheet><sheetData><row>', 'no xml'])
      expect(readWorkbook(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }))).toEqual(
        { ok: false, error: { kind: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' } },
      );
    expect(readWorkbook(strToU8('PK\u0003\u0004 and nothing more'))).toEqual({
      ok: false,
      error: { kind: 'not-a-zip' },
    });
    expect(readWorkbook(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toEqual({
      ok: false,
      error: { kind: 'not-a-workbook' },
    });
  });
});
