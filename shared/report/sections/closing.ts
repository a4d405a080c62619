import { enterpriseAttack } from '../../catalogue/attack-catalogue.ts';
import { killChain } from '../../catalogue/kill-chain.ts';
import type { Block } from '../document.ts';
import { own } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { paragraphsOf } from './written-text.ts';

const limits = ['limitKeyboard', 'limitTruth', 'limitTail', 'limitClock', 'limitAbsence'] as const;

/** What chain and signatures cannot show, in plain words. */
export function writeLimits(_model: ReportModel, words: Words): readonly Block[] {
  return [
    { kind: 'paragraph', content: [own(words.say('limitsLead'))] },
    { kind: 'list', ordered: false, items: limits.map((limit) => [own(words.say(limit))]) },
  ];
}

/** Sources outside the notebook, as people listed them. */
export function writeSources(model: ReportModel, words: Words): readonly Block[] {
  const blocks = model.fields.sources.flatMap(({ value }) => paragraphsOf(value, words));
  if (blocks.length > 0) return blocks;
  return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('sourcesNone'))] }];
}

/** Notices of the owners of what the report uses; empty when it uses neither. */
export function writeNotices(model: ReportModel, words: Words): readonly Block[] {
  const notices: string[] = [];
  if (model.stages.some(({ state }) => state === 'reached'))
    notices.push(killChain.notice[words.language]);
  // The licence asks for its own words, so these stay in English.
  const { notice, trademark } = enterpriseAttack.licence;
  const attack: Block = {
    kind: 'paragraph',
    tone: 'small',
    content: [words.typed(`${notice} ${trademark}`)],
  };
  const paragraphs = notices.map((text): Block => ({
    kind: 'paragraph',
    tone: 'small',
    content: [own(text)],
  }));
  return model.techniques.length > 0 ? [...paragraphs, attack] : paragraphs;
}
