import { describe, expect, test } from 'vitest';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { glossary, searchTerms, termById } from '#shared/catalogue/glossary.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';

describe('the glossary', () => {
  test('gives every id, English name and Japanese name once', () => {
    for (const pick of [
      glossary.terms.map(({ id }) => id),
      glossary.terms.map(({ name }) => name.en),
      glossary.terms.map(({ name }) => name.ja),
      glossary.groups.map(({ id }) => id),
    ])
      expect(pick.filter((value, at) => pick.indexOf(value) !== at)).toEqual([]);
  });

  test('uses every group, and no other', () => {
    expect(new Set(glossary.terms.map(({ group }) => group))).toEqual(
      new Set(glossary.groups.map(({ id }) => id)),
    );
  });

  test('names stages, courses of action and steps as their catalogues do', () => {
    const named = [...killChain.stages, ...killChain.coursesOfAction].map(({ id, name }) => [
      id,
      name.ja,
    ]);
    expect(named).toEqual(named.map(([id]) => [id, termById(id ?? '')?.name.ja]));
    const steps = checklists.steps.filter(({ id }) => id !== 'post-incident');
    expect(steps.map(({ name }) => name)).toEqual(steps.map(({ id }) => termById(id)?.name));
    const last = checklists.steps.find(({ id }) => id === 'post-incident');
    expect(termById('post-incident-activity')?.name).toEqual(last?.name);
  });
});

const idsFor = (text: string) => searchTerms(text).map(({ id }) => id);

describe('searching the glossary', () => {
  test('finds names, abbreviations and alternates in both languages, whatever the width', () => {
    expect(idsFor('custody')).toContain('chain-of-custody');
    expect(idsFor('ioc')).toContain('ioc');
    expect(idsFor('ＩＯＣ')).toContain('ioc');
    expect(idsFor('水平移動')).toContain('lateral-movement');
    expect(idsFor('ﾊｯｼｭ')).toContain('hash-value');
    expect(idsFor('らんさむうぇあ')).toContain('ransomware');
  });

  test('answers nothing to nothing', () => {
    expect(idsFor(' ')).toEqual([]);
    expect(idsFor('存在しない語')).toEqual([]);
  });
});
