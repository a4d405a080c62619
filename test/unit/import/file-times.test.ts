import { expect, test } from 'vitest';
import { bodyfileReader } from '#shared/import/bodyfile.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { mactimeReader } from '#shared/import/mactime.ts';
import { hasInputs, readSample, readText } from './read-sample-a.ts';

/** What bodyfile and mactime both know; mactime lists zero times too. */
function comparable(rows: readonly LogRow[]): readonly string[] {
  return rows
    .filter(({ time }) => time !== undefined)
    .map(({ time, kind, text }) => [time, kind, text].join('|'))
    .toSorted();
}

test('a row for each distinct time, its kind in the order MACB', () => {
  const { rows, skipped, frames } = readSample(bodyfileReader, 'bodyfile.txt');
  expect(rows.map(({ timeText, kind }) => [timeText, kind])).toEqual([
    ['1711846798', 'mac.'],
    ['1711846800', 'm...'],
    ['1711846860', '.ac.'],
    ['1711846799', '...b'],
  ]);
  expect(rows[1]?.text).toBe(
    '/srv/share/report "final", v2.docx ¦ size: 20480 ¦ mode: r/rrw-r--r-- ¦ uid: 1000 ¦ gid: 1000 ¦ inode: 77',
  );
  expect(skipped).toEqual([{ line: 4, reason: 'no-event' }]);
  expect(frames).toBe(2);
});

test.each([
  ['mactime-utc.csv', undefined],
  ['mactime-local.csv', 'Asia/Tokyo'],
  ['mactime-table.txt', undefined],
])('%s gives the rows of the bodyfile', (file, zone) => {
  const choices = zone === undefined ? {} : { zone: makeZoneClock(zone) };
  const { rows, detection } = readSample(mactimeReader, file, choices);
  expect(comparable(rows)).toEqual(comparable(readSample(bodyfileReader, 'bodyfile.txt').rows));
  expect(rows.filter(({ time }) => time === undefined)).toHaveLength(1);
  expect(detection.questions).toEqual(zone === undefined ? [] : ['zone']);
});

test('the zone above the table proves it, none leaves times open', () => {
  expect(readSample(mactimeReader, 'mactime-table.txt').detection).toMatchObject({
    provenZone: 'Asia/Tokyo',
    notes: ['zone-proven'],
  });
  const open = readSample(mactimeReader, 'mactime-local.csv');
  expect(comparable(open.rows)).toEqual([]);
  expect(open.rows).toHaveLength(5);
});

test('blank dates in the table repeat the one above; months may be numbers', () => {
  const { rows } = readText(
    mactimeReader,
    [
      'Sun 03 31 2024 09:59:58     4096 mac. d/drwxr-xr-x root     root     5        /a b',
      '                            4096 mac. d/drwxr-xr-x root     root     6        /c',
    ].join('\n'),
    { zone: makeZoneClock('+09:00') },
  );
  expect(rows.map(({ time }) => time)).toEqual([1_711_846_798_000_000, 1_711_846_798_000_000]);
  expect(rows[0]?.text).toMatch(/^\/a b ¦ /);
});

test('pipes in names, fractions, times that are none', () => {
  const { rows } = readText(
    bodyfileReader,
    [
      '0|/a\\|b|c|77|r/r|0|0|1|1711846798.5|1711846798.25|1711846799|-1',
      'd41d8cd98f00b204e9800998ecf8427e|/empty|78|r/r|||0|-|1711846798||0',
    ].join('\n'),
  );
  expect(rows.map(({ time, timeText, kind }) => [time, timeText, kind])).toEqual([
    [1_711_846_798_250_000, '1711846798.25 1711846798.5', 'ma..'],
    [1_711_846_799_000_000, '1711846799', '..c.'],
    [1_711_846_798_000_000, '1711846798', 'm...'],
  ]);
  expect(rows[0]?.text).toMatch(/^\/a\\\|b\|c ¦ /);
  expect(rows[2]?.text).toContain('md5: d41d8cd98f00b204e9800998ecf8427e');
});

test('the sixteen fields of TSK 2 and mac-robber, host and all', () => {
  const { rows, frames } = readText(
    bodyfileReader,
    [
      'class|host|start_time',
      'body|fs01|1711846000',
      'md5|file|st_dev|st_ino|st_mode|st_ls|st_nlink|st_uid|st_gid|st_rdev|st_size|st_atime|st_mtime|st_ctime|st_blksize|st_blocks',
      '0|/usr/bin/x|770|6|33279|-rwxrwxrwx|1|0|0|0|3827200|1711846800|1711846799|1711846799|4096|8',
    ].join('\n'),
  );
  expect(frames).toBe(3);
  expect(rows).toMatchObject([
    { time: 1_711_846_799_000_000, kind: 'm.c.', host: 'fs01' },
    { time: 1_711_846_800_000_000, kind: '.a..', host: 'fs01' },
  ]);
});

test.skipIf(!hasInputs)(
  'the real bodyfile and its timelines agree (skipped without ../shared/inputs)',
  () => {
    const body = readSample(bodyfileReader, 'bodyfile/tsk_ext2_image.bodyfile').rows;
    expect(body).toHaveLength(10);
    for (const zone of ['utc', 'jst']) {
      const { rows, detection } = readSample(
        mactimeReader,
        `bodyfile/tsk_ext2_image.mactime_${zone}.csv`,
      );
      expect(detection.questions).toEqual([]);
      expect(rows).toHaveLength(16);
      expect(comparable(rows)).toEqual(comparable(body));
    }
  },
);
