import { describe, expect, test } from 'vitest';
import type { IndicatorFields } from '#shared/domain/indicator.ts';
import { exportFormats } from '#shared/export/export-formats.ts';
import { registeredIndicators } from '#shared/application/indicators.ts';
import { registeredStateful } from '#shared/application/systems.ts';
import { readListOrText } from '#shared/import/lists/find-list.ts';
import { detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import type { RescuedCase } from '#shared/import/rescue/rescued-case.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { normalMac } from '#shared/indicators/find-codes.ts';
import { indicatorKey } from '#shared/indicators/indicator-key.ts';
import { packFiles } from '../../../electron/export/pack-files.ts';
import { havePublicCases } from '../../fixtures/public-cases.ts';
import { listRecords } from '../import/lists/list-records.ts';
import { exportCases, exported, fullCase, jsonOf, textOf } from './export-cases.ts';

const cases = await exportCases();
const each = cases.flatMap((one) => exportFormats.map((format) => ({ ...one, format })));

test('every format was tried on every case, or it is said which cases are not here', () => {
  const missing = 'SKIPPED: the four open cases are not beside this checkout.';
  // oxlint-disable-next-line no-console -- a test that does not run has to say so
  console.log(havePublicCases ? `${each.length} exports made twice` : missing);
  expect(each).toHaveLength((havePublicCases ? 9 : 5) * 11);
});

test.each(each)('$format of $name is the same twice', async ({ state, format }) => {
  const [once, twice] = [exported(state, format), exported(state, format)];
  expect(twice).toEqual(once);
  const [first, second] = await Promise.all([packFiles(once.files), packFiles(twice.files)]);
  expect(second).toEqual(first);
});

function readBack(state: NotebookState, format: (typeof exportFormats)[number]): RescuedCase {
  const detected = detectRescue({ kind: 'json', value: jsonOf(state, format) });
  if (detected?.kind !== 'case') throw new Error(detected?.kind ?? 'unknown');
  return detected.read({ zone: 'UTC' });
}

/** Indicators that are not proved wrong: an export says nothing of those. */
function standing(state: NotebookState): readonly IndicatorFields[] {
  return registeredIndicators(state.indicators.values())
    .map(({ fields }) => fields)
    .filter(({ state: one, confidence }) => one !== 'false-positive' && confidence !== 'rejected');
}

/** Programs write a hardware address and the root of the registry in a form of their own. */
function normal(type: string, value: string): string {
  if (type === 'mac') return normalMac(value);
  return value.replace(/^HKEY_LOCAL_MACHINE(?=\\)/i, 'HKLM');
}

const keysOf = (indicators: readonly IndicatorFields[]) =>
  indicators
    .map(({ type = 'other', value = '' }) => indicatorKey(type, normal(type, value)))
    .toSorted();

/** Types that a format has no form of; they stand in its notes. */
const inWords = {
  // A path is a folder and a name of its own there: the pattern stands in the note.
  stix: new Set(['behaviour', 'bitcoin', 'technique', 'other', 'file-path']),
  misp: new Set(['technique', 'behaviour', 'other']),
} as const;

describe.each(cases)('what comes back of $name', ({ state }) => {
  test.each(['stix', 'misp'] as const)('%s: every indicator and every entry', (format) => {
    const back = readBack(state, format);
    expect(back.rows.filter(({ what }) => what.includes('not-a-row'))).toEqual([]);
    const carried = standing(state).filter(({ type = 'other' }) => !inWords[format].has(type));
    const returned = new Set(keysOf(back.indicators.map(({ fields }) => fields)));
    expect(keysOf(carried).filter((key) => !returned.has(key))).toEqual([]);
    const texts = back.entries.map(({ text }) => text).join('\n');
    const entries = [...state.entries.values()].filter(
      ({ withdrawal, versions }) =>
        withdrawal.at(-1)?.value.withdrawn !== true &&
        versions.at(-1)?.content.confidence !== 'rejected',
    );
    const lost = entries
      .map(({ versions }) => versions.at(-1)?.content.text ?? '')
      .filter((text) => !texts.includes((text.split('\n')[0] ?? '').trim().slice(0, 40)));
    expect(lost).toEqual([]);
  });

  test('navigator: every technique', () => {
    const { files } = exported(state, 'navigator');
    const back = files.flatMap((file) => {
      const value: unknown = 'text' in file ? JSON.parse(file.text) : undefined;
      const detected = detectRescue({ kind: 'json', value });
      return detected?.kind === 'case' ? detected.read({}).entries : [];
    });
    const scored = textOf(files).match(/"techniqueID": ?"T[\d.]+"/g) ?? [];
    const techniques = back.flatMap((entry) => entry.techniques);
    expect(new Set(techniques).size).toBe(new Set(scored).size);
  });

  test.each(['attack-flow', 'veris'] as const)('%s is read to the last object', (format) => {
    const back = readBack(state, format);
    expect(back.format).toBe(format);
    expect(back.rows.filter(({ what }) => what.includes('not-a-row'))).toEqual([]);
  });

  test('csv: every indicator, system and account with what the list says of it', () => {
    const { files } = exported(state, 'csv');
    const read = (name: 'indicators' | 'systems' | 'accounts') => {
      const file = files.find((one) => one.name === `${name}.csv`);
      const text = file !== undefined && 'text' in file ? file.text.replace(/^\uFEFF/, '') : '';
      const source = { name: `${name}.csv`, text, records: listRecords(text) };
      return readListOrText(source, { list: { as: name }, zone: 'UTC' });
    };
    const register = registeredIndicators(state.indicators.values()).map(({ fields }) => fields);
    expect(keysOf(read('indicators').indicators.map(({ fields }) => fields))).toEqual(
      keysOf(register),
    );
    const names = (all: readonly { readonly name?: string | undefined }[]) =>
      all.map(({ name = '' }) => name).toSorted((a, b) => (a < b ? -1 : 1));
    expect(names(read('systems').systems)).toEqual(
      names(registeredStateful(state.assets.values())),
    );
    expect(names(read('accounts').accounts)).toEqual(
      names(registeredStateful(state.accounts.values())),
    );
  });
});

test('STIX keeps what is said of an indicator', () => {
  const state = fullCase();
  const back = readBack(state, 'stix').indicators.map(({ fields }) => fields);
  const domain = back.find(({ type }) => type === 'domain');
  expect(domain).toMatchObject({ value: 'evil.example', tlp: 'AMBER', stages: ['delivery'] });
  expect(domain?.note).toContain('@SUM(1)');
});
