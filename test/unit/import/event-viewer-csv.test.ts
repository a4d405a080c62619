import { describe, expect, it } from 'vitest';
import { eventViewerCsvReader as reader } from '#shared/import/event-viewer-csv.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { fixture, readSample, readText } from './read-sample-c.ts';

const at = (time: number | undefined) =>
  time === undefined ? undefined : formatMicroseconds(time);

describe('CSV of Event Viewer', () => {
  it('takes zone and order from Sysmon’s UtcTime; clocks that changed in between prove no zone', () => {
    // 2 and 13 November 2023 in New York: daylight saving time ended on the 5th.
    const { detection } = readSample(reader, fixture('event-viewer-english.csv'));
    expect(detection).toMatchObject({ score: 97, questions: ['zone'], notes: [] });
    const first = [
      'Level,Date and Time,Source,Event ID,Task Category',
      'Information,11/2/2023 12:00:01 AM,Microsoft-Windows-Sysmon,5,Task,"Process terminated:\nUtcTime: 2023-11-02 04:00:01.004"',
    ].join('\n');
    const proven = readText(reader, 'a.csv', first);
    expect(proven.detection).toMatchObject({
      questions: [],
      provenZone: '-04:00',
      notes: ['zone-proven'],
    });
    expect(at(proven.rows[0]?.time)).toBe('2023-11-02T04:00:01.000000Z');
  });

  it('reads the text as message, then the other columns, and 12 AM as midnight', () => {
    const { rows } = readSample(reader, fixture('event-viewer-english.csv'), {
      zone: 'America/New_York',
    });
    expect(rows.map(({ time }) => at(time))).toEqual([
      '2023-11-13T21:03:24.000000Z',
      '2023-11-02T04:00:01.000000Z',
    ]);
    expect(rows[0]?.kind).toBe('1');
    expect(rows[0]?.text).toMatch(
      /^Process Create:\n[\s\S]*CommandLine: "C:\\Tools\\probe\.exe" --list\nLevel: Information\nSource: /u,
    );
  });

  it('reads German, where the day comes first without a question', () => {
    const { detection, rows } = readSample(reader, fixture('event-viewer-german.csv'), {
      zone: 'Europe/Berlin',
    });
    expect(detection?.questions).toEqual(['zone']);
    expect(at(rows[0]?.time)).toBe('2024-04-05T15:20:11.000000Z');
    expect(rows[0]?.text).toContain('\nQuelle: Service Control Manager');
  });

  it('asks whether day or month comes first when nothing says so', () => {
    const unanswered = readSample(reader, fixture('event-viewer-tabs.txt'), { zone: 'UTC' });
    expect(unanswered.detection).toMatchObject({
      layout: { shape: 'cells', delimiter: '\t' },
      questions: ['zone', 'day-or-month-first'],
    });
    expect(unanswered.rows[0]?.time).toBeUndefined();
    for (const [order, time] of [
      ['day-first', '2024-04-03T09:10:11.000000Z'],
      ['month-first', '2024-03-04T09:10:11.000000Z'],
    ] as const)
      expect(
        at(
          readSample(reader, fixture('event-viewer-tabs.txt'), { zone: 'UTC', order }).rows[0]
            ?.time,
        ),
      ).toBe(time);
  });

  it('knows a language that it does not know by its missing header', () => {
    const text =
      'Lygis,Data ir laikas,Šaltinis,Įvykio ID,Kategorija\nInformacija,2024-01-02 03:04:05,Probe,7,Nėra,"žinutė, antra"\n';
    const { detection, rows } = readText(reader, 'a.csv', text, { zone: 'UTC' });
    expect(detection).toMatchObject({ score: 75, questions: ['zone'] });
    expect(rows[0]).toMatchObject({ kind: '7', timeText: '2024-01-02 03:04:05' });
    expect(rows[0]?.text).toMatch(/^žinutė, antra\nLygis: Informacija/u);
  });

  it('reads half days before the time, and skips what has too few cells', () => {
    const text =
      'レベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ\n情報,2024/01/02 午後 3:04:05,Probe,7,なし,本文\n情報,2024/01/02\nレベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ\n';
    const { rows, skipped, frames } = readText(reader, 'a.csv', text, { zone: 'Asia/Tokyo' });
    expect(rows.map(({ time }) => at(time))).toEqual(['2024-01-02T06:04:05.000000Z']);
    expect(skipped).toEqual([{ line: 3, reason: 'too-few-cells' }]);
    expect(frames).toBe(2);
  });

  it('reads a table whose header somebody has mended, or whose messages are gone', () => {
    const header = 'Level,Date and Time,Source,Event ID,Task Category';
    const mended = `${header},Computer,Message\nError,2024-01-02 03:04:05,Probe,7,None,pc-21,told\n`;
    expect(readText(reader, 'a.csv', mended).rows[0]).toMatchObject({
      host: 'pc-21',
      text: 'told\nLevel: Error\nSource: Probe\nTask Category: None',
    });
    const bare = readText(reader, 'a.csv', `${header}\nError,2024-01-02 03:04:05,Probe,7,None\n`);
    expect(bare.rows[0]?.text).toBe('Level: Error\nSource: Probe\nTask Category: None');
  });
});
