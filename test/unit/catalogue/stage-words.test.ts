import { expect, test } from 'vitest';
import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import { hintStages, stageWords } from '#shared/catalogue/stage-words.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { foldText } from '#shared/domain/text-search.ts';

test('no word stands at two stages', () => {
  const all = Object.values(stageWords).flatMap(({ en, ja }) => [...en, ...ja].map(foldText));
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['Beacon every 60 s to an unknown host', 'command-and-control', 'beacon'],
  ['Files on the share are encrypted', 'actions-on-objectives', 'encrypted'],
  ['ＶＰＮ装置へのポートスキャンを確認', 'reconnaissance', 'ポートスキャン'],
  ['不審メールの添付ファイルを受信した', 'delivery', '不審メール'],
  ['New scheduled task on dc01', 'installation', 'scheduled task'],
  ['exploits CVE-2023-3519', 'exploitation', 'exploits'],
] as const)('“%s” hints at %s', (text, stage, word) => {
  const [hint] = hintStages(text);
  expect(hint?.stage).toBe(stage);
  expect(hint?.words).toContain(word);
});

test('a part of a longer word hints at nothing', () => {
  expect(hintStages('The macroeconomic report was archiviert')).toEqual([]);
  expect(hintStages('rc2 and c22')).toEqual([]);
  expect(hintStages('')).toEqual([]);
});

test('hints for lines of the worked examples are more often right than wrong', () => {
  const lines = (['en', 'ja'] as const).flatMap((language) =>
    workedExample(language).entries.map(({ line }) => line),
  );
  const judged = lines.flatMap((line) => {
    const said = [...line.matchAll(/!(\d)/g)].map((found) => Number(found[1]));
    const [hint] = hintStages(line);
    return said.length === 0 || hint === undefined
      ? []
      : [said.includes(stageNumber(hint.stage) ?? 0)];
  });
  expect(judged.length).toBeGreaterThan(5);
  expect(judged.filter(Boolean).length / judged.length).toBeGreaterThan(0.5);
});
