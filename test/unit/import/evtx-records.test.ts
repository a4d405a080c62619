import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventXml, windowsEventXmlReader } from '#shared/import/windows-event-xml.ts';
import { type EvtxPart, isEvtx, readEvtx } from '../../../electron/import/evtx-records.ts';
import { makeEvtx } from './make-evtx.ts';
import { inputFolder, readSample } from './read-sample-c.ts';

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

async function readAll(bytes: Buffer, signal?: AbortSignal): Promise<EvtxPart[]> {
  const source = {
    size: bytes.length,
    read: async (into: Buffer, position: number) => bytes.copy(into, 0, position),
  };
  const parts: EvtxPart[] = [];
  for await (const part of readEvtx(source, signal)) parts.push(part);
  return parts;
}

const textOf = (part: EvtxPart | undefined) =>
  part?.kind === 'record' ? part.record.text : undefined;
const numbersOf = (parts: readonly EvtxPart[]) =>
  parts.flatMap((part) => (part.kind === 'record' ? [part.number] : []));

describe('Windows event logs', () => {
  const log = makeEvtx(['first', 'a < b & "c"', 'third']);

  it('renders templates, values, arrays and what is left out', async () => {
    const parts = await readAll(log);
    expect(isEvtx(log)).toBe(true);
    expect(numbersOf(parts)).toEqual([1, 2, 3]);
    expect(textOf(parts[1])).toBe(
      '<Event><System><EventID>4624</EventID><TimeCreated SystemTime="2024-01-02T03:04:05.1234567Z"/>' +
        '<EventRecordID>2</EventRecordID><Computer>PC-20</Computer></System><EventData>' +
        '<Data Name="Message &amp; more">a &lt; b &amp; &quot;c&quot;</Data><Data>one</Data><Data>two</Data>' +
        '</EventData></Event>',
    );
    expect(readEventXml(textOf(parts[1]) ?? '')).toMatchObject({
      time: Date.UTC(2024, 0, 2, 3, 4, 5) * 1_000 + 123_456,
      id: '4624',
      host: 'PC-20',
      data: [
        ['Message & more', 'a < b & "c"'],
        ['Data', 'one'],
        ['Data', 'two'],
      ],
    });
  });

  it('says where in the file a record lies', async () => {
    for (const part of await readAll(log)) {
      expect(log.toString('latin1', part.offset, part.offset + 4)).toBe('**\0\0');
      expect(log.readUInt32LE(part.offset + part.length - 4)).toBe(part.length);
    }
  });

  it('loses one record where one is broken', async () => {
    const places = await readAll(log);
    const broken = Buffer.from(log);
    broken.fill(0xff, (places[1]?.offset ?? 0) + 24, (places[1]?.offset ?? 0) + 60);
    const parts = await readAll(broken);
    expect(parts.map(({ kind }) => kind)).toEqual(['record', 'broken', 'record']);
    broken.fill(0xff, places[1]?.offset ?? 0, (places[1]?.offset ?? 0) + 8);
    expect((await readAll(broken)).map(({ kind }) => kind)).toEqual(['record', 'broken', 'record']);
  });

  it('reads on behind an outdated end, but nothing from an earlier use', async () => {
    const outdated = Buffer.from(log);
    const [, second, third] = await readAll(log);
    outdated.writeUInt32LE((second?.offset ?? 0) - 4_096, 4_096 + 48);
    expect(numbersOf(await readAll(outdated))).toEqual([1, 2, 3]);
    outdated.writeBigUInt64LE(900n, (third?.offset ?? 0) + 8);
    expect(numbersOf(await readAll(outdated))).toEqual([1, 2]);
  });

  it('reads what is left of a log that was cut off', async () => {
    const [, second] = await readAll(log);
    const cut = log.subarray(0, (second?.offset ?? 0) + 40);
    expect((await readAll(cut)).map(({ kind }) => kind)).toEqual(['record', 'broken']);
    expect(await readAll(log.subarray(0, 100))).toEqual([]);
    expect(await readAll(Buffer.alloc(0))).toEqual([]);
  });

  it('passes over room that was never filled, and says where a chunk is none', async () => {
    const chunk = log.subarray(4_096);
    const more = Buffer.concat([log, Buffer.alloc(65_536), Buffer.alloc(65_536, 1), chunk]);
    const parts = await readAll(more);
    expect(numbersOf(parts)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(parts.filter(({ kind }) => kind === 'broken')).toEqual([
      { kind: 'broken', offset: 4_096 + 2 * 65_536, length: 65_536 },
    ]);
  });

  it('stops when it is told to', async () => {
    await expect(readAll(log, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  it('survives every change of bytes', async () => {
    const change = fc.tuple(
      fc.oneof(fc.nat(4_096), fc.integer({ min: 4_096 + 512, max: 4_096 + 3_000 })),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const bytes = Buffer.from(log);
        for (const [at, written] of changes) bytes.set(written, at);
        for (const part of await readAll(bytes)) {
          expect(part.offset + part.length).toBeLessThanOrEqual(bytes.length);
          if (part.kind === 'record') readEventXml(part.record.text);
        }
      }),
      { numRuns: runs },
    );
  });
});

const pairs = ['sbousseaden__DE_104_system_log_cleared', 'sbousseaden__kerberos_pwd_spray_4771'];
const folder = inputFolder('evtx-raw');

describe.skipIf(folder === undefined)('real logs (inputs missing: skipped)', () => {
  it.each(pairs)('%s says the same as its XML', async (name) => {
    const parts = await readAll(readFileSync(`${folder}/${name}.evtx`));
    const own = parts.map((part) => readEventXml(textOf(part) ?? ''));
    const xml = `${folder}/../windows-events/${name}.xml`;
    const { rows } = readSample(windowsEventXmlReader, xml);
    expect(own.map((event) => [event?.id, event?.host, event?.time])).toEqual(
      rows.map(({ kind, host, time }) => [kind, host, time]),
    );
    // Whoever made the XML filled numbers up with zeros, which Windows does not.
    const plain = (text: string) => text.replaceAll(/\b0x0+(?=[\da-f])/gu, '0x');
    for (const [at, event] of own.entries())
      for (const [field, value] of event?.data ?? [])
        expect(plain(rows[at]?.text ?? '')).toContain(`${field}: ${value}`);
  });

  it('chainsaw’s sample is read to the end', async () => {
    const parts = await readAll(readFileSync(`${folder}/chainsaw__security_sample.evtx`));
    expect(parts.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'record'));
    const ids = parts.map((part) => Number(readEventXml(textOf(part) ?? '')?.recordNumber));
    expect(ids).toEqual(Array.from({ length: 10 }, (_, at) => 31_791 + at));
  });
});
