import { describe, expect, it } from 'vitest';
import { windowsEventXmlReader as reader } from '#shared/import/windows-event-xml.ts';
import { fixture, readSample, readText } from './read-sample-c.ts';

describe('events of Windows as XML', () => {
  const read = readSample(reader, fixture('events.xml'));

  it('reads every event, and says which elements are none', () => {
    expect(read.detection).toMatchObject({ score: 95, questions: [] });
    expect(read.rows.map(({ kind }) => kind)).toEqual(['4720', '9', '10']);
    expect(read.skipped).toEqual([{ line: 4, reason: 'broken-xml' }]);
  });

  it('shows the rendered message unchanged, and without one the data', () => {
    expect(read.rows[0]).toMatchObject({
      time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1_000 + 123_456,
      timeText: '2024-05-06T07:08:09.123456700Z',
      host: 'dc.example.test',
    });
    expect(read.rows[0]?.text).toMatch(
      /^A user account was created\.\n\nSubject: mori\nProvider: /u,
    );
    expect(
      readText(
        reader,
        'a.xml',
        '<Event><System><EventID>1</EventID></System><EventData><Data Name="User">a &amp; &lt;b&gt;</Data></EventData></Event>',
      ).rows[0]?.text,
    ).toBe('User: a & <b>');
  });

  it('expands no entity that a document type declares', () => {
    expect(read.rows[1]?.text).not.toContain('expanded');
    expect(read.rows[1]?.text).toContain('<raw> &big;');
  });

  it('keeps an event whose time is none', () => {
    expect(read.rows[2]).toMatchObject({ time: undefined, timeText: 'Not a time' });
  });

  it('counts a SystemTime without Z as UTC, as its schema says', () => {
    expect(read.rows[1]?.time).toBe(Date.UTC(2024, 4, 6, 7, 8, 10) * 1_000);
  });

  it('does not follow a million open tags', () => {
    const text = `<Event><System><EventID>1</EventID></System><EventData>${'<a>'.repeat(200_000)}</EventData></Event>`;
    expect(readText(reader, 'a.xml', text).rows).toHaveLength(1);
  });
});
