import { expect, test } from 'vitest';
import { entryLineContext } from '#shared/application/entry-context.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { lineHint } from '../../../renderer/features/entry-line/line-hint.ts';

const context = entryLineContext({
  nowMs: Date.parse('2026-01-05T06:00:00Z'),
  zone: 'Asia/Tokyo',
  findEvidence: () => undefined,
});
const hint = (line: string) => lineHint(parseEntryLine(line, context).draft);

test('a technique weighs more than words', () => {
  expect(hint('14:02 files encrypted /T1566')).toEqual({ stage: 'delivery', because: ['T1566'] });
  expect(hint('14:02 files encrypted')).toMatchObject({ stage: 'actions-on-objectives' });
});

test('nothing is offered where a stage stands, or somebody else acted', () => {
  expect(hint('14:02 files encrypted !7')).toBeUndefined();
  expect(hint('14:02 files encrypted :response')).toBeUndefined();
  expect(hint('are the files encrypted ?')).toBeUndefined();
  expect(hint('14:02 the phone rang')).toBeUndefined();
});
