import { describe, expect, it } from 'vitest';
import { aptHunterCsvReader } from '#shared/import/apt-hunter-csv.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { powershellTranscriptReader } from '#shared/import/powershell-transcript.ts';
import { windowsEventTableReader } from '#shared/import/windows-event-table.ts';
import { fixture, readSample, readText } from './read-sample-c.ts';

const at = (time: number | undefined) =>
  time === undefined ? undefined : formatMicroseconds(time);

describe('Get-WinEvent | Export-Csv', () => {
  it('passes over its line of type and asks for what the locale left out', () => {
    const { detection, rows, frames } = readSample(
      windowsEventTableReader,
      fixture('get-winevent.csv'),
      { zone: 'Asia/Tokyo', order: 'month-first' },
    );
    expect(detection?.questions).toEqual(['zone', 'day-or-month-first']);
    expect(frames).toBe(2);
    expect(rows.map(({ time }) => at(time))).toEqual(['2024-03-04T12:10:11.000000Z', undefined]);
    expect(rows[1]?.timeText).toBe('Not a time');
    expect(rows[0]).toMatchObject({ host: 'PC-07.example.test', kind: '5447' });
    expect(rows[0]?.text).toMatch(
      /^The Windows Filtering Platform has changed\.\nProvider: .*\nChannel: Security\nLevel: Information\nEventRecordID: 9001$/u,
    );
  });

  it('reads Azure’s column that is UTC by its name', () => {
    const text =
      '"TimeGenerated [UTC]",Computer,EventID,Channel,SourceName,EventData\n"5/13/2022, 8:54:05.210 PM",h,4688,Security,Probe,"<EventData><Data Name=""A"">1</Data></EventData>"\n';
    const { detection, rows } = readText(windowsEventTableReader, 'a.csv', text);
    expect(detection?.questions).toEqual([]);
    expect(at(rows[0]?.time)).toBe('2022-05-13T20:54:05.210000Z');
    expect(rows[0]?.text).toMatch(/^A: 1\n/u);
  });
});

describe('APT-Hunter', () => {
  const { detection, rows } = readSample(aptHunterCsvReader, fixture('apt-hunter.csv'));

  it('takes the time with its zone, and notes that the XML says another', () => {
    expect(detection).toMatchObject({
      score: 97,
      questions: [],
      notes: ['several-zones', 'contradicting-times'],
    });
    expect(at(rows[0]?.time)).toBe('2024-01-01T23:04:05.123456Z');
    expect(rows[0]?.text).toContain('SystemTime: 2024-01-01T20:00:00.000000Z');
    expect(rows[0]?.text).toContain('LogonType: 3');
  });

  it('reads 1601 as a time', () => {
    expect(at(rows[1]?.time)).toBe('1601-01-01T00:00:00.000000Z');
  });
});

describe('a transcript of PowerShell', () => {
  it('gives a time only to what has one', () => {
    const { detection, rows } = readSample(powershellTranscriptReader, fixture('transcript.txt'), {
      zone: '+09:00',
    });
    expect(detection).toMatchObject({ score: 96, questions: ['zone'] });
    expect(rows.map(({ kind, timeText, time }) => [kind, timeText, at(time)])).toEqual([
      ['start', '20240102030405', '2024-01-01T18:04:05.000000Z'],
      ['command', '', undefined],
      ['output', '', undefined],
      ['command', '20240102030410', '2024-01-01T18:04:10.000000Z'],
      ['output', '20240102030410', '2024-01-01T18:04:10.000000Z'],
    ]);
    expect(rows[0]?.host).toBe('PC-17');
    expect(rows.at(-1)?.text).toBe('no header');
  });
});
