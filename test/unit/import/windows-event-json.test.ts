import { describe, expect, it } from 'vitest';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { windowsEventJsonReader as reader } from '#shared/import/windows-event-json.ts';
import { fixture, readSample, readText } from './read-sample-c.ts';

const times = (rows: readonly { readonly time: number | undefined }[]) =>
  rows.map(({ time }) => (time === undefined ? undefined : formatMicroseconds(time)));

describe('events of Windows as JSON', () => {
  it('reads Winlogbeat, whose @timestamp is the event’s own time', () => {
    const { detection, rows } = readSample(reader, fixture('winlogbeat.jsonl'));
    expect(detection).toMatchObject({ questions: [], notes: [] });
    expect(times(rows)).toEqual(['2024-02-01T10:00:00.123000Z', '2024-02-01T10:00:01.000000Z']);
    expect(rows[0]).toMatchObject({ host: 'PC-08.example.test', kind: '4625' });
    expect(rows[0]?.text).toMatch(/^An account failed to log on\.\nProvider: Microsoft/u);
    expect(rows[1]?.text).toMatch(/^QueryName: probe\.example\.test\nUtcTime: /u);
  });

  it("takes the collector's time with its zone before EventTime without one", () => {
    const { detection, rows } = readSample(reader, fixture('nxlog.jsonl'));
    expect(detection).toMatchObject({ questions: [] });
    expect(times(rows)).toEqual(['2024-02-01T10:00:04.100000Z', '2024-02-01T10:00:04.101000Z']);
    expect(rows[0]?.timeText).toBe('2024-02-01T10:00:04.100Z');
    expect(rows[0]?.text).toContain('2024-02-01 19:00:00');
  });

  it('asks for the zone where nothing proves it, and reads no time before it is answered', () => {
    const text =
      '{"TimeCreated":"2024-02-01 19:00:00","EventID":1,"SourceName":"Probe","Channel":"System"}';
    const unanswered = readText(reader, 'a.json', text);
    expect(unanswered.detection).toMatchObject({ questions: ['zone'], notes: [] });
    expect(times(unanswered.rows)).toEqual([undefined]);
    const answered = readText(reader, 'a.json', text, { zone: 'Asia/Tokyo' });
    expect(times(answered.rows)).toEqual(['2024-02-01T10:00:00.000000Z']);
  });

  it('notes a clock of twelve hours, which proves no zone', () => {
    const line = (local: string, utc: string) =>
      JSON.stringify({
        TimeCreated: local,
        UtcTime: utc,
        EventID: 1,
        SourceName: 'Microsoft-Windows-Sysmon',
        Channel: 'Microsoft-Windows-Sysmon/Operational',
      });
    const text = [
      line('2024-02-01 09:00:00.100', '2024-02-02 01:00:00.090'),
      line('2024-02-01 11:30:00.100', '2024-02-02 03:30:00.090'),
    ].join('\n');
    const { detection, rows } = readText(reader, 'a.jsonl', text, { zone: 'UTC' });
    expect(detection).toMatchObject({ questions: ['zone'], notes: ['twelve-hour-clock'] });
    expect(detection?.provenZone).toBeUndefined();
    expect(times(rows)[0]).toBe('2024-02-01T09:00:00.100000Z');
  });

  it('reads what ConvertTo-Json makes of a date', () => {
    const { detection, rows } = readSample(reader, fixture('convertto-json.json'));
    expect(detection).toMatchObject({ questions: [] });
    expect(times(rows)).toEqual(['2019-10-16T14:02:47.890000Z', '2019-10-16T14:02:48.000000Z']);
    expect(rows[0]).toMatchObject({ kind: '7045', host: 'PC-10.example.test' });
  });

  it('reads evtx_dump with its lines between the records', () => {
    const { detection, rows, skipped } = readSample(reader, fixture('evtx-dump.txt'));
    expect(detection?.layout).toEqual({ shape: 'line' });
    expect(skipped).toEqual([]);
    expect(times(rows)).toEqual(['2024-03-05T06:07:08.123456Z', undefined]);
    expect(rows[0]?.text).toBe(
      'LogFileCleared.SubjectUserName: mori\nProvider: Microsoft-Windows-Eventlog\nChannel: Security\nEventRecordID: 12',
    );
    expect(rows[1]?.text).toBe('One: first\nData2: second\nProvider: Probe');
  });

  it('says that a record was cut off, and reads the next', () => {
    const { rows, skipped } = readSample(reader, fixture('evtx-dump-broken.txt'));
    expect(skipped).toEqual([{ line: 5, reason: 'broken-json' }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: '3', host: 'PC-12' });
  });

  it.each([
    [
      'chainsaw dump',
      '{"Event_attributes":{},"Event":{"System":{"Provider_attributes":{"Name":"P"},"EventID":5,"TimeCreated_attributes":{"SystemTime":"2024-01-01T00:00:00Z"},"Computer":"h"},"EventData":{"A":1}}}',
    ],
    [
      'a rule with its event',
      '{"rule_id":"1","event":{"Event":{"System":{"EventID":5,"TimeCreated":{"#attributes":{"SystemTime":"2024-01-01T00:00:00Z"}},"Computer":"h"},"EventData":{"A":1}}}}',
    ],
    [
      'xmltodict',
      '{"Event":{"System":{"EventID":{"@Qualifiers":"0","#text":"5"},"TimeCreated":{"@SystemTime":"2024-01-01T00:00:00Z"},"Computer":"h"},"EventData":{"Data":[{"@Name":"A","#text":"1"}]}}}',
    ],
    [
      'Velociraptor',
      '{"System":{"Provider":{"Name":"P"},"EventID":{"Value":5},"TimeCreated":{"SystemTime":1704067200.0},"Computer":"h"},"EventData":{"A":1}}',
    ],
    [
      'Azure',
      '{"TimeGenerated":"2024-01-01T00:00:00Z","Computer":"h","Channel":"Security","EventID":5,"EventData":"<EventData><Data Name=\\"A\\">1</Data></EventData>"}',
    ],
    [
      'Splunk',
      '{"preview":false,"result":{"_time":"x","_raw":"<Event><System><EventID>5</EventID><TimeCreated SystemTime=\\"2024-01-01T00:00:00Z\\"/><Computer>h</Computer></System><EventData><Data Name=\\"A\\">1</Data></EventData></Event>"}}',
    ],
    [
      'EvtxECmd',
      '{"EventRecordId":"1","EventId":5,"ChunkNumber":0,"Channel":"Security","Provider":"P","Computer":"h","TimeCreated":"2024-01-01T00:00:00.0000000","Payload":"A: 1"}',
    ],
  ])('reads %s', (_name, text) => {
    const { detection, rows } = readText(reader, 'a.json', text);
    expect(detection).toMatchObject({ score: 95, questions: [] });
    expect(times(rows)).toEqual(['2024-01-01T00:00:00.000000Z']);
    expect(rows[0]).toMatchObject({ kind: '5', host: 'h' });
    expect(rows[0]?.text).toMatch(/A: 1/u);
  });

  it('leaves detections about events to others', () => {
    const hayabusa =
      '{"Timestamp":"2024-01-01 00:00:00.000 +00:00","RuleTitle":"x","EventID":1,"Channel":"Sec","Computer":"h"}';
    expect(readText(reader, 'a.json', hayabusa).detection).toBeUndefined();
  });

  it('takes the order of day and month from a day after the 12th', () => {
    const event = (time: string) =>
      JSON.stringify({ TimeGenerated: time, EventID: 1, SourceName: 'Probe', Channel: 'System' });
    const text = [event('13/02/2024 10:00:00'), event('01/02/2024 10:00:00')].join('\n');
    const { detection, rows } = readText(reader, 'a.jsonl', text, { zone: 'UTC' });
    expect(detection?.questions).toEqual(['zone']);
    expect(times(rows)).toEqual(['2024-02-13T10:00:00.000000Z', '2024-02-01T10:00:00.000000Z']);
  });
});
