import { reportGuidance } from '../catalogue/report-guidance.ts';
import { tlpText } from '../catalogue/tlp.ts';
import { say } from '../i18n/messages.ts';
import { reportSectionMessages } from '../i18n/report-messages.ts';
import { sectionAnchor } from './anchors.ts';
import type { Block, ReportDocument, ReportSection, Running } from './document.ts';
import { link } from './inline.ts';
import { fieldValue, type ReportModel } from './report-model.ts';
import { type Words, wordsOf } from './report-words.ts';
import { shortSeal } from '../journal/seal.ts';
import { annexIds, frontIds, type SectionId } from './section-ids.ts';
import { writeAttack } from './sections/attack.ts';
import { writeChecklists } from './sections/checklist.ts';
import { writeClocks } from './sections/clocks.ts';
import { writeLimits, writeNotices, writeSources } from './sections/closing.ts';
import { writeCorrections } from './sections/corrections.ts';
import { writeCover } from './sections/cover.ts';
import { writeDecisions } from './sections/decisions.ts';
import { writeEvidence } from './sections/evidence.ts';
import { writeIntegrity } from './sections/integrity.ts';
import { writeKeyFacts } from './sections/key-facts.ts';
import { writeKillChain } from './sections/killchain.ts';
import { writeSystems } from './sections/systems.ts';
import { writeTimeline } from './sections/timeline.ts';
import { writeWrittenText } from './sections/written-text.ts';
import { visibleText } from './visible-text.ts';

type SectionWriter = (model: ReportModel, words: Words) => readonly Block[];

const writers: Readonly<Record<Exclude<SectionId, 'contents'>, SectionWriter>> = {
  cover: writeCover,
  summary: (model, words) => writeWrittenText(model, words, 'summary'),
  'key-facts': writeKeyFacts,
  impact: (model, words) => writeWrittenText(model, words, 'impact'),
  'root-cause': (model, words) => writeWrittenText(model, words, 'rootCause'),
  recommendations: (model, words) => writeWrittenText(model, words, 'recommendations'),
  killchain: writeKillChain,
  attack: writeAttack,
  timeline: writeTimeline,
  decisions: writeDecisions,
  systems: writeSystems,
  evidence: writeEvidence,
  checklist: writeChecklists,
  corrections: writeCorrections,
  clocks: writeClocks,
  limits: writeLimits,
  sources: writeSources,
  integrity: writeIntegrity,
  notices: writeNotices,
};

/** Sections that begin on a new page. */
const pageStarters: ReadonlySet<SectionId> = new Set([
  'summary',
  'timeline',
  'evidence',
  'checklist',
  'integrity',
]);

/** Puts the facts of a report into words and a tree of blocks. */
export function writeReport(model: ReportModel): ReportDocument {
  const words = wordsOf(model);
  let numbered = 0;
  let lettered = 0;
  const sections: ReportSection[] = [];
  for (const id of model.sections) {
    const blocks = id === 'contents' ? [] : writers[id](model, words);
    if (id === 'notices' && blocks.length === 0) continue;
    const annex = annexIds.has(id);
    const number = frontIds.has(id)
      ? ''
      : annex
        ? String.fromCharCode(65 + lettered++)
        : String(++numbered);
    const startsPage = pageStarters.has(id) && sections.length > 0;
    const { title, purpose } = nameSection(id, number, annex, words);
    sections.push({ id, number, title, purpose, startsPage, blocks });
  }
  return {
    language: model.language,
    title: titleOf(model, words),
    generator: `${model.app.name} ${model.app.version}`,
    running: writeRunning(model, words),
    sections: sections.map((section) =>
      section.id === 'contents' ? { ...section, blocks: [contentsOf(sections)] } : section,
    ),
  };
}

function nameSection(
  id: SectionId,
  number: string,
  annex: boolean,
  words: Words,
): { readonly title: string; readonly purpose: string } {
  const guidance = reportGuidance.sections.find((section) => section.id === id);
  const ownTitles: Partial<Record<SectionId, (typeof reportSectionMessages)['cover']>> =
    reportSectionMessages as Partial<Record<SectionId, never>>;
  const message = ownTitles[id];
  const name =
    message === undefined ? (guidance?.title[words.language] ?? id) : say(words.language, message);
  const prefix = annex ? words.say('annex', { letter: number }) : number;
  const separator = annex ? words.say('annexSeparator') : words.say('numberSeparator');
  return {
    title: number === '' ? name : `${prefix}${separator}${name}`,
    purpose: guidance?.purpose[words.language] ?? '',
  };
}

function contentsOf(sections: readonly ReportSection[]): Block {
  const listed = sections.filter(({ id }) => !frontIds.has(id));
  return {
    kind: 'list',
    ordered: false,
    items: listed.map(({ id, title }) => [link(sectionAnchor(id), title)]),
  };
}

function titleOf(model: ReportModel, words: Words): string {
  const title = fieldValue(model, 'title');
  return title === undefined ? words.say('untitled') : visibleText(title);
}

/** What every page carries; the marking first, since it is what a stranger must see. */
export function writeRunning(model: ReportModel, words: Words = wordsOf(model)): Running {
  const tlp = fieldValue(model, 'tlp');
  const states = [
    model.state === 'draft' ? words.say('draft') : '',
    fieldValue(model, 'exercise') === true ? words.say('exercise') : '',
  ];
  return {
    tlp,
    tlpText: tlp === undefined ? words.say('tlpUnset') : tlpText(tlp),
    title: titleOf(model, words),
    state: states.filter((state) => state !== '').join(' · '),
    seal:
      model.seal === undefined
        ? words.say('sealMissing')
        : words.say('sealShort', { seal: shortSeal(model.seal.value) }),
    page: words.say('page'),
  };
}
