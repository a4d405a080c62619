import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import enterprise from '#shared/catalogue/attack-enterprise.json' with { type: 'json' };
import ics from '#shared/catalogue/attack-ics.json' with { type: 'json' };
import checklists from '#shared/catalogue/checklists.json' with { type: 'json' };
import citations from '#shared/catalogue/citations.json' with { type: 'json' };
import evidence from '#shared/catalogue/evidence.json' with { type: 'json' };
import glossary from '#shared/catalogue/glossary.json' with { type: 'json' };
import killChain from '#shared/catalogue/kill-chain.json' with { type: 'json' };
import milestones from '#shared/catalogue/milestones.json' with { type: 'json' };
import report from '#shared/catalogue/report.json' with { type: 'json' };
import cloudflare from '#shared/catalogue/examples/cloudflare-2023.en.json' with { type: 'json' };
import osaka from '#shared/catalogue/examples/osaka-2022.ja.json' with { type: 'json' };
import tlp from '#shared/catalogue/tlp.json' with { type: 'json' };
import { attackDomainSchema } from '#shared/catalogue/attack-catalogue.ts';
import type { Bilingual } from '#shared/catalogue/bilingual.ts';
import { checklistsSchema } from '#shared/catalogue/checklist-templates.ts';
import { citationsSchema } from '#shared/catalogue/citations.ts';
import { evidenceGuidanceSchema } from '#shared/catalogue/evidence-guidance.ts';
import { glossarySchema } from '#shared/catalogue/glossary.ts';
import { killChainSchema } from '#shared/catalogue/kill-chain.ts';
import { milestonesSchema } from '#shared/catalogue/milestones.ts';
import { reportGuidanceSchema } from '#shared/catalogue/report-guidance.ts';
import { tlpCatalogueSchema } from '#shared/catalogue/tlp.ts';

const catalogues: Record<string, { data: unknown; schema: z.ZodType }> = {
  'attack-enterprise': { data: enterprise, schema: attackDomainSchema },
  'attack-ics': { data: ics, schema: attackDomainSchema },
  checklists: { data: checklists, schema: checklistsSchema },
  citations: { data: citations, schema: citationsSchema },
  evidence: { data: evidence, schema: evidenceGuidanceSchema },
  glossary: { data: glossary, schema: glossarySchema },
  'kill-chain': { data: killChain, schema: killChainSchema },
  milestones: { data: milestones, schema: milestonesSchema },
  report: { data: report, schema: reportGuidanceSchema },
  tlp: { data: tlp, schema: tlpCatalogueSchema },
};

/** Texts that are proper names or abbreviations in both languages. */
const sameInBoth = new Set(['Active Directory', 'MITRE ATT&CK']);

const controlCharacter = /\p{Cc}/u;
const japaneseCharacter = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
const wordsOfThePreparation =
  /\bseeds?\b|種文書|source article|stored copy|could not be|not confirmed|未確認|本調査|this research|retrieved|secondary-source|unverified|general knowledge/i;

function walk(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  visit(value, path);
  if (Array.isArray(value)) value.forEach((item, at) => walk(item, `${path}[${at}]`, visit));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`, visit);
}

function stringsOf(data: unknown): [string, string][] {
  const found: [string, string][] = [];
  walk(data, '', (value, path) => {
    if (typeof value === 'string') found.push([path, value]);
  });
  return found;
}

function bilingualsOf(data: unknown): [string, Bilingual][] {
  const found: [string, Bilingual][] = [];
  walk(data, '', (value, path) => {
    if (value === null || typeof value !== 'object') return;
    const { en, ja } = value as Partial<Record<'en' | 'ja', unknown>>;
    if (typeof en === 'string' || typeof ja === 'string')
      found.push([path, { en: String(en), ja: String(ja) }]);
  });
  return found;
}

describe.each(Object.entries(catalogues))('%s.json', (_name, { data, schema }) => {
  test('has the shape that its schema promises, and nothing else', () => {
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
  });

  test('keeps every string free of control characters, double spaces and loose ends', () => {
    const faulty = stringsOf(data).filter(
      ([, text]) =>
        controlCharacter.test(text) || /[ \u3000]{2}/.test(text) || text !== text.trim() || !text,
    );
    expect(faulty).toEqual([]);
  });

  test('speaks of its subject and not of how it was prepared', () => {
    expect(stringsOf(data).filter(([, text]) => wordsOfThePreparation.test(text))).toEqual([]);
  });

  test('says everything in Japanese that it says in English', () => {
    const faulty = bilingualsOf(data).filter(
      ([, { en, ja }]) =>
        !sameInBoth.has(en) &&
        (en === ja || !japaneseCharacter.test(ja) || japaneseCharacter.test(en)),
    );
    expect(faulty).toEqual([]);
  });

  test('writes Japanese with full-width brackets, colons and commas', () => {
    const faulty = bilingualsOf(data).filter(
      ([, { ja }]) =>
        !sameInBoth.has(ja) &&
        (/[，．!?;]/.test(ja) ||
          /[\u3040-\u9fff][(:,]|[):,][\u3040-\u9fff]/.test(ja) ||
          (ja.match(/（/g) ?? []).length !== (ja.match(/）/g) ?? []).length),
    );
    expect(faulty).toEqual([]);
  });
});

test('the worked examples have full-width brackets and colons in Japanese', () => {
  const faulty = [...stringsOf(osaka), ...stringsOf(cloudflare)].filter(
    ([, text]) => japaneseCharacter.test(text) && /[()]|[\u3040-\u9fff）]: /.test(text),
  );
  expect(faulty).toEqual([]);
});

test('the walk over the texts finds as many as there are', () => {
  const counts = Object.values(catalogues).map(({ data }) => bilingualsOf(data).length);
  expect(Math.min(...counts)).toBeGreaterThan(4);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
});
