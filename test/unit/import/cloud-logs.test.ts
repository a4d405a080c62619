import { describe, expect, it } from 'vitest';
import { azureLogReader } from '#shared/import/azure-log.ts';
import { cloudTrailReader } from '#shared/import/cloudtrail.ts';
import { defenderHuntingReader } from '#shared/import/defender-hunting.ts';
import { googleCloudLogReader } from '#shared/import/google-cloud-log.ts';
import { formatMicroseconds } from '#shared/import/log-time.ts';
import { microsoft365AuditReader } from '#shared/import/microsoft-365-audit.ts';
import { networkMinerCsvReader } from '#shared/import/network-miner-csv.ts';
import { velociraptorReader } from '#shared/import/velociraptor.ts';
import { fixture, readSample } from './read-sample-c.ts';

const at = (time: number | undefined) =>
  time === undefined ? undefined : formatMicroseconds(time);

describe('CloudTrail', () => {
  it('reads the records of a trail; what is no record stays to be seen', () => {
    const { detection, rows, skipped } = readSample(cloudTrailReader, fixture('cloudtrail.json'));
    expect(detection).toMatchObject({ score: 96, questions: [] });
    expect(rows.map(({ kind, host, time }) => [kind, host, at(time)])).toEqual([
      ['CreateUser', '192.0.2.1', '2024-01-01T00:00:00.000000Z'],
      ['ListBuckets', '192.0.2.2', undefined],
    ]);
    expect(rows[0]?.text).toMatch(
      /^eventName: CreateUser\neventSource: iam\.amazonaws\.com\nuserIdentity\.userName: mori\n/u,
    );
    expect(rows[0]?.text).toContain('requestParameters.tags: [{"key":"a"}]');
    expect(skipped).toEqual([{ line: 3, reason: 'other-format' }]);
  });

  it('takes the time within what lookup-events says', () => {
    const { rows } = readSample(cloudTrailReader, fixture('cloudtrail-lookup.jsonl'));
    expect(rows[0]).toMatchObject({ kind: 'StopLogging', timeText: '2024-01-01T09:00:00Z' });
  });

  it('reads the console’s event history', () => {
    const { rows } = readSample(cloudTrailReader, fixture('cloudtrail-history.csv'));
    expect(rows[0]).toMatchObject({ kind: 'DeleteUser', host: '192.0.2.4' });
    expect(at(rows[0]?.time)).toBe('2024-01-01T00:00:00.000000Z');
  });
});

describe('Google Cloud', () => {
  it('takes the event’s time before that of its arrival', () => {
    const { rows } = readSample(googleCloudLogReader, fixture('google-cloud.json'));
    expect(rows.map(({ kind, host, time }) => [kind, host, at(time)])).toEqual([
      ['v1.compute.instances.insert', '192.0.2.5', '2024-01-01T00:00:00.123456Z'],
      ['syslog', '7', '2024-01-01T00:00:10.000000Z'],
    ]);
    expect(rows[1]?.text).toMatch(/^textPayload: hello\n/u);
  });
});

describe('Azure and Entra ID', () => {
  it('reads sign-ins of Microsoft Graph', () => {
    const { rows } = readSample(azureLogReader, fixture('entra-signins.json'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ host: '192.0.2.6', timeText: '2024-01-01T00:00:00Z' });
    expect(rows[0]?.text).toContain('status.failureReason: Invalid password');
  });

  it('reads the portal’s CSV, UTC by the name of its column', () => {
    const { detection, rows } = readSample(azureLogReader, fixture('entra-audit.csv'));
    expect(detection?.questions).toEqual([]);
    expect(rows.map(({ kind, time }) => [kind, at(time)])).toEqual([
      ['Add user', '2024-01-01T00:00:00.000000Z'],
      ['Delete user', '2024-01-01T00:00:01.123456Z'],
    ]);
  });

  it('reads every record of the wrappers that diagnostic settings write', () => {
    const { rows } = readSample(azureLogReader, fixture('azure-diagnostic.jsonl'));
    expect(rows.map(({ kind }) => kind)).toEqual(['MICROSOFT.STORAGE/LISTKEYS/ACTION', 'B', 'C']);
  });
});

describe('Microsoft 365 and Defender', () => {
  it('reads AuditData, and a row whose AuditData is broken', () => {
    const { detection, rows } = readSample(microsoft365AuditReader, fixture('microsoft-365.csv'), {
      order: 'month-first',
    });
    expect(detection).toMatchObject({ score: 94, questions: ['day-or-month-first'] });
    expect(rows.map(({ kind, host, time }) => [kind, host, at(time)])).toEqual([
      ['New-InboxRule', '192.0.2.8:4000', '2024-01-02T03:04:05.000000Z'],
      ['Set-Mailbox', '', '2024-01-02T03:05:00.000000Z'],
    ]);
    expect(rows[1]?.text).toContain('AuditData: broken');
  });

  it('asks for the zone of what the hunting portal exports without one', () => {
    const { detection, rows } = readSample(defenderHuntingReader, fixture('defender.csv'));
    expect(detection?.questions).toEqual(['zone']);
    expect(rows.map(({ time }) => at(time))).toEqual(['2024-01-01T00:00:00.123456Z', undefined]);
    expect(rows[0]).toMatchObject({ kind: 'ProcessCreated', host: 'pc-16.example.test' });
  });
});

describe('NetworkMiner and Velociraptor', () => {
  it('reads the offset of a row', () => {
    const { rows } = readSample(networkMinerCsvReader, fixture('network-miner.csv'));
    expect(rows[0]).toMatchObject({ host: '192.0.2.10', kind: 'HttpGetNormal' });
    expect(at(rows[0]?.time)).toBe('2024-01-01T00:00:00.123456Z');
    expect(rows[0]?.text).toMatch(/^Filename: a,b\.html\n/u);
  });

  it('gives a row for each different time of a file', () => {
    const { detection, rows } = readSample(velociraptorReader, fixture('velociraptor.jsonl'));
    expect(detection).toMatchObject({ score: 90, questions: [] });
    expect(rows.map(({ kind, time }) => [kind, at(time)])).toEqual([
      ['Windows.Search.FileFinder Mtime, Ctime', '2024-01-01T00:00:00.000000Z'],
      ['Windows.Search.FileFinder Atime', '2024-01-03T00:00:00.000000Z'],
      ['Windows.Search.FileFinder Btime', '2023-12-31T00:00:00.500000Z'],
      ['Windows.Search.FileFinder', undefined],
    ]);
  });

  it('asks how Autoruns writes dates', () => {
    const { detection, rows } = readSample(velociraptorReader, fixture('autoruns.csv'), {
      zone: 'UTC',
      order: 'month-first',
    });
    expect(detection?.questions).toEqual(['zone', 'day-or-month-first']);
    expect(rows.map(({ time }) => at(time))).toEqual([
      '2024-01-02T00:05:00.000000Z',
      '2024-02-03T23:59:00.000000Z',
    ]);
  });
});
