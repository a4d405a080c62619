import { describe, expect, test } from 'vitest';
import { citation } from '#shared/catalogue/citations.ts';
import citations from '#shared/catalogue/citations.json' with { type: 'json' };
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import { evidenceGuidance } from '#shared/catalogue/evidence-guidance.ts';
import { milestoneById, milestoneIds, milestones } from '#shared/catalogue/milestones.ts';
import { audienceIds, reportGuidance, sectionsFor } from '#shared/catalogue/report-guidance.ts';
import { custodyEventSchema } from '#shared/domain/evidence.ts';

function expectUnique(list: readonly { readonly id: string }[]): void {
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
}

describe('milestones', () => {
  test('are described once each, in their order', () => {
    expect(milestones.map(({ id }) => id)).toEqual([...milestoneIds]);
    expect(milestoneById('contained')?.name.en).toBe('Contained');
    expect(milestoneById('tired')).toBeUndefined();
  });
});

function sectionIdsFor(audience: (typeof audienceIds)[number]): string[] {
  return sectionsFor(audience).map(({ id }) => id);
}

describe('report guidance', () => {
  test('gives every id once', () => {
    const { sections, metrics, countMetrics, regulatoryClocks, audiences } = reportGuidance;
    [sections, [...metrics, ...countMetrics], regulatoryClocks, audiences].forEach(expectUnique);
  });

  test('numbers its sections without a gap and knows the four audiences', () => {
    expect(reportGuidance.sections.map(({ order }) => order)).toEqual(
      reportGuidance.sections.map((_, at) => at + 1),
    );
    expect(reportGuidance.audiences.map(({ id }) => id)).toEqual([...audienceIds]);
  });

  test('picks the sections of an audience in their order', () => {
    expect(sectionIdsFor('executive').slice(0, 3)).toEqual(['cover', 'summary', 'key-facts']);
    expect(sectionIdsFor('executive')).not.toContain('indicators');
    expect(sectionIdsFor('technical')).toContain('attack');
    expect(sectionIdsFor('legal')).not.toContain('killchain');
    expect(sectionIdsFor('review')).toContain('lessons');
  });

  test('spells each formula with the names of its milestones', () => {
    for (const { from, to, formula } of reportGuidance.metrics)
      for (const id of [from, ...to])
        for (const language of ['en', 'ja'] as const)
          expect(formula[language]).toContain(milestoneById(id)?.name[language]);
  });

  test('measures no span from a moment to itself', () => {
    const spans = [...reportGuidance.metrics, ...reportGuidance.verisTimeline];
    expect(spans.filter(({ from, to }) => to.includes(from))).toEqual([]);
  });

  test('states a limit in the rule of a legal deadline that has one', () => {
    const faulty = reportGuidance.regulatoryClocks.filter(
      ({ limit, rule }) =>
        limit !== undefined && limit.amount > 5 && !rule.ja.includes(String(limit.amount)),
    );
    expect(faulty).toEqual([]);
  });
});

describe('evidence guidance', () => {
  test('gives every id once', () => {
    const { itemFields, transferFields, types, noteRules } = evidenceGuidance;
    [itemFields, transferFields, types, noteRules].forEach(expectUnique);
  });

  test('names every custody action that the notebook can write', () => {
    expect(evidenceGuidance.custodyActions.map(({ id }) => id)).toEqual(
      custodyEventSchema.shape.action.options,
    );
  });

  test('orders what vanishes first without a gap', () => {
    expect(evidenceGuidance.orderOfVolatility.map(({ order }) => order)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });
});

describe('citations', () => {
  const cited = new Set([
    ...checklists.templates.flatMap((template) => [
      ...template.sources,
      ...template.items.flatMap((item) => item.refs),
    ]),
    ...checklists.reviewQuestions.map(({ ref }) => ref),
    ...reportGuidance.sections.flatMap(({ refs }) => refs),
    ...[...evidenceGuidance.itemFields, ...evidenceGuidance.transferFields].flatMap(
      ({ basis }) => basis,
    ),
    ...evidenceGuidance.noteRuleSources,
  ]);

  test('are all used, and each once', () => {
    const refs = citations.citations.map(({ ref }) => ref);
    expect(refs.filter((ref) => !cited.has(ref))).toEqual([]);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('name a Japanese source in Japanese and leave a standard as it is', () => {
    expect(citation('APPI Art. 26').ja).toBe('個人情報保護法26条');
    expect(citation('RFC 3227 §2.1')).toEqual({ en: 'RFC 3227 §2.1', ja: 'RFC 3227 §2.1' });
  });

  test('cover every source that names Japan or one of its laws', () => {
    const missing = [...cited].filter(
      (ref) => /Japan|APPI/.test(ref) && citation(ref).ja === citation(ref).en,
    );
    expect(missing).toEqual([]);
  });
});
