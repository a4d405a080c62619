import { expect, test } from 'vitest';
import { tlpMarking, tlpMarkings, tlpOrder, tlpText } from '#shared/catalogue/tlp.ts';
import { tlpLabels } from '#shared/domain/incident.ts';

test('the five labels carry the STIX 2.1 markings that OASIS published', () => {
  const published = {
    CLEAR: '94868c89-83c2-464b-929b-a1a8aa3c8487',
    GREEN: 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
    AMBER: '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
    'AMBER+STRICT': '939a9414-2ddd-4d32-a0cd-375ea402b003',
    RED: 'e828b379-4e03-4974-9ac4-e53a884c97c1',
  };
  expect(Object.fromEntries(tlpMarkings.map((m) => [m.label, m.stixId]))).toEqual(
    Object.fromEntries(
      Object.entries(published).map(([label, id]) => [label, `marking-definition--${id}`]),
    ),
  );
});

test('the labels run from the widest audience to the narrowest', () => {
  expect(tlpMarkings.map(({ label }) => label)).toEqual([...tlpLabels]);
  expect(tlpLabels.map(tlpOrder)).toEqual([0, 1, 2, 3, 4]);
});

test('a label is printed in capitals and never translated', () => {
  expect(tlpText('AMBER+STRICT')).toBe('TLP:AMBER+STRICT');
  expect(tlpMarkings.map(({ label, stixValue }) => stixValue === label.toLowerCase())).toEqual(
    tlpLabels.map(() => true),
  );
  expect(tlpMarking('GREEN').meaning.ja).toMatch(/コミュニティ/);
});
