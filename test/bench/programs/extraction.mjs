// Holds extraction against other people's answers, and times it on texts of 1 MB, some of them made to hurt.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractIndicators } from '../../../shared/indicators/extract-indicators.ts';
import { judgeExtraction } from '../../fixtures/ioc-text/judge-extraction.ts';
import { hurtfulTexts } from '../../fixtures/ioc-text/hurtful-texts.ts';
import { answer } from './answer.mjs';

answer(async ({ answers, rounds }) => {
  const texts = [...hurtfulTexts(1_000_000)];
  if (answers !== null) {
    const advisory = readFileSync(path.join(answers, 'eset__nukesped_lazarus_README.adoc'), 'utf8');
    texts.unshift(['an advisory, again and again', advisory.repeat(16).slice(0, 1_000_000)]);
  }
  return {
    kinds:
      answers === null
        ? []
        : Object.entries(judgeExtraction(answers, extractIndicators)).map(shareOf),
    texts: texts.map(([name, text]) => {
      const took = [];
      let found = 0;
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = performance.now();
        found = extractIndicators(text).length;
        took.push(performance.now() - startedAt);
      }
      return { name, found, took };
    }),
  };
});

/** @param {[string, import('../../fixtures/ioc-text/judge-extraction.ts').Score]} entry */
function shareOf([kind, { found, wanted, right, wrong }]) {
  return {
    kind,
    wanted,
    precision: found === 0 ? 1 : 1 - wrong.length / found,
    recall: wanted === 0 ? 1 : right / wanted,
  };
}
