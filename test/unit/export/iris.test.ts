import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exportCases, exported, fullCase } from './export-cases.ts';

/** What IRIS' upload compares the first line with (case_assets_routes.py, case_ioc_routes.py, case_timeline_routes.py). */
const headers = {
  'iris-assets.csv':
    'asset_name,asset_type_name,asset_description,asset_ip,asset_domain,asset_tags',
  'iris-iocs.csv': 'ioc_value,ioc_type,ioc_description,ioc_tags,ioc_tlp',
  'iris-events.csv':
    'event_date,event_tz,event_title,event_category,event_content,event_raw,event_source,event_assets,event_iocs,event_tags',
} as const;

/** Reads a file as IRIS does: a line is a record, whatever quotes are open, and every field has to be there. */
function asIris(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = text.split(/[\n\r\v\f\u0085\u2028\u2029]+/);
  const names = header.split(',');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [cells = []] = Papa.parse<string[]>(line, { delimiter: ',' }).data;
      expect(cells).toHaveLength(names.length);
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
}

const cases = await exportCases();

describe.each(cases)('IRIS takes $name', ({ state }) => {
  const files = exported(state, 'iris').files.map((file) => {
    if (!('text' in file)) throw new Error(file.name);
    return [file.name, file.text] as const;
  });
  const text = Object.fromEntries(files) as Record<keyof typeof headers, string>;

  test('by the names of its columns', () => {
    expect(
      Object.fromEntries(files.map(([name, content]) => [name, content.split('\n')[0]])),
    ).toEqual(headers);
  });

  test('and finds every asset and indicator that an event names', () => {
    const assets = new Set(asIris(text['iris-assets.csv']).map((row) => row['asset_name']));
    const iocs = new Set(asIris(text['iris-iocs.csv']).map((row) => row['ioc_value']));
    for (const event of asIris(text['iris-events.csv'])) {
      expect(event['event_title']).not.toBe('');
      expect(event['event_date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
      const named = (event['event_assets'] ?? '').split(';').filter((name) => name !== '');
      expect(named.filter((name) => !assets.has(name))).toEqual([]);
      const values = (event['event_iocs'] ?? '').split('|').filter((value) => value !== '');
      expect(values.filter((value) => !iocs.has(value))).toEqual([]);
    }
  });
});

test('an event with several indicators names each of them', () => {
  const file = exported(fullCase(), 'iris').files.find(({ name }) => name === 'iris-events.csv');
  const [event] = asIris(file !== undefined && 'text' in file ? file.text : '');
  expect(event?.['event_iocs']?.split('|').length).toBeGreaterThan(10);
});
