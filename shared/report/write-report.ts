import { tlpText } from '../catalogue/tlp.ts';
import { sectionAnchor } from './anchors.ts';
import type { Block, ReportDocument, ReportSection, Running } from './document.ts';
import { link } from './inline.ts';
import { documentLogo } from './logo.ts';
import { fieldValue, type ReportModel } from './report-model.ts';
import { type Words, wordsOf } from './report-words.ts';
import { shortSeal } from '../journal/seal.ts';
import { annexIds, frontIds, type OwnSectionId, type SectionId } from './section-ids.ts';
import { sectionGuidance, sectionName } from './section-name.ts';
import { writeAttack } from './sections/attack.ts';
import { writeChecklists } from './sections/checklist.ts';
import { writeClocks } from './sections/clocks.ts';
import { writeLimits, writeNotices, writeSources } from './sections/closing.ts';
import { writeCorrections } from './sections/corrections.ts';
import { writeCourses } from './sections/courses.ts';
import { writeCover } from './sections/cover.ts';
import { writeDecisions } from './sections/decisions.ts';
import { writeCommunication, writeResponse } from './sections/entry-lists.ts';
import { writeEvidence } from './sections/evidence.ts';
import { writeIntegrity } from './sections/integrity.ts';
import { writeKeyFacts } from './sections/key-facts.ts';
import { writeKillChain } from './sections/killchain.ts';
import { writeLogCoverage } from './sections/log-coverage.ts';
import { writeMetrics } from './sections/metrics.ts';
import { writeOmitted } from './sections/omitted.ts';
import { writeQuestions } from './sections/questions.ts';
import { writeImprovements, writeLessons } from './sections/improvements.ts';
import { writeIndicators } from './sections/registers.ts';
import { writeImpact } from './sections/ratings.ts';
import { writeRegulator } from './sections/regulator.ts';
import { writeSystems } from './sections/systems.ts';
import { writeTimeline } from './sections/timeline.ts';
import { writeVersions } from './sections/versions.ts';
import { paragraphsOf, writeWrittenText } from './sections/written-text.ts';
import { visibleText } from './visible-text.ts';

type SectionWriter = (model: ReportModel, words: Words) => readonly Block[];

const writers: Readonly<Record<Exclude<OwnSectionId, 'contents'>, SectionWriter>> = {
  cover: writeCover,
  summary: (model, words) => writeWrittenText(model, words, 'summary'),
  'key-facts': writeKeyFacts,
  impact: writeImpact,
  'root-cause': (model, words) => writeWrittenText(model, words, 'rootCause'),
  recommendations: (model, words) => writeWrittenText(model, words, 'recommendations'),
  killchain: writeKillChain,
  'log-coverage': writeLogCoverage,
  courses: writeCourses,
  attack: writeAttack,
  timeline: writeTimeline,
  decisions: writeDecisions,
  response: writeResponse,
  communication: writeCommunication,
  systems: writeSystems,
  indicators: writeIndicators,
  metrics: writeMetrics,
  questions: writeQuestions,
  improvements: writeImprovements,
  regulator: writeRegulator,
  omitted: writeOmitted,
  evidence: writeEvidence,
  checklist: writeChecklists,
  corrections: writeCorrections,
  clocks: writeClocks,
  limits: writeLimits,
  sources: writeSources,
  versions: writeVersions,
  lessons: writeLessons,
  integrity: writeIntegrity,
  notices: writeNotices,
};

/** Sections that begin on a new page: any other would leave a page behind that is nearly empty. */
const pageStarters: ReadonlySet<SectionId> = new Set(['summary']);

/** Puts the facts of a report into words and a tree of blocks. */
export function writeReport(model: ReportModel): ReportDocument {
  const words = wordsOf(model);
  let numbered = 0;
  let lettered = 0;
  const sections: ReportSection[] = [];
  for (const id of model.sections) {
    const blocks = blocksOf(id, model, words);
    if (onlyWhenNeeded.has(id) && blocks.length === 0) continue;
    const annex = annexIds.has(id);
    const number = frontIds.has(id)
      ? ''
      : annex
        ? String.fromCharCode(65 + lettered++)
        : String(++numbered);
    const startsPage = startsPages(id, model) && sections.length > 0;
    const { title, purpose } = nameSection(id, number, annex, model, words);
    sections.push({ id, number, title, purpose, startsPage, blocks });
  }
  return {
    language: model.language,
    title: titleOf(model, words),
    generator: `${model.app.name} ${model.app.version}`,
    running: writeRunning(model, words),
    ...(model.audience === 'executive' && { isDense: true }),
    ...lookOf(model),
    captions: { table: words.say('tableWord'), figure: words.say('figureWord') },
    sections: sections.map((section) =>
      section.id === 'contents' ? { ...section, blocks: [contentsOf(sections)] } : section,
    ),
  };
}

/** What an organisation's own template gives a report to look like. */
function lookOf({ logo, typeface }: ReportModel): Pick<ReportDocument, 'logo' | 'typeface'> {
  const drawn = logo && documentLogo({ ...logo, name: visibleText(logo.name) });
  return {
    ...(drawn !== undefined && { logo: drawn }),
    ...(typeface === 'serif' && { typeface }),
  };
}

const onlyWhenNeeded: ReadonlySet<SectionId> = new Set(['notices', 'omitted', 'versions']);

function isAdded(id: SectionId): id is `custom-${string}` {
  return id.startsWith('custom-');
}

function blocksOf(id: SectionId, model: ReportModel, words: Words): readonly Block[] {
  if (id === 'contents') return [];
  if (!isAdded(id)) return writers[id](model, words);
  const { en, ja } = model.added.get(id)?.text ?? {};
  return paragraphsOf((words.language === 'ja' ? (ja ?? en) : (en ?? ja)) ?? '', words);
}

/** Two pages for executives leave no room for a page that begins anew. */
function startsPages(id: SectionId, { audience }: ReportModel): boolean {
  if (audience === 'executive' || audience === 'partner') return false;
  return pageStarters.has(id);
}

function nameSection(
  id: SectionId,
  number: string,
  annex: boolean,
  model: ReportModel,
  words: Words,
): { readonly title: string; readonly purpose: string } {
  const added = isAdded(id) ? model.added.get(id) : undefined;
  const name = sectionName(id, words.language, added);
  const prefix = annex ? words.say('annex', { letter: number }) : number;
  const separator = annex ? words.say('annexSeparator') : words.say('numberSeparator');
  return {
    title: number === '' ? visibleText(name) : `${prefix}${separator}${visibleText(name)}`,
    purpose: sectionGuidance(id)?.purpose[words.language] ?? '',
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

function headerOf(model: ReportModel, words: Words): string {
  const title = titleOf(model, words);
  return model.header === '' ? title : `${visibleText(model.header)} · ${title}`;
}

/** What every page carries; the marking first, since it is what a stranger must see. */
function writeRunning(model: ReportModel, words: Words): Running {
  const tlp = fieldValue(model, 'tlp');
  const states = [
    model.state === 'released' ? '' : words.say(model.state),
    fieldValue(model, 'exercise') === true ? words.say('exercise') : '',
  ];
  return {
    tlp,
    tlpText: tlp === undefined ? words.say('tlpUnset') : tlpText(tlp),
    title: headerOf(model, words),
    state: states.filter((state) => state !== '').join(' · '),
    watermark:
      // An exercise is never to be taken for the real thing, whatever else the pages say.
      states[1] !== undefined && states[1] !== ''
        ? states[1]
        : model.state === 'draft' || model.state === 'review'
          ? words.say(model.state)
          : '',
    seal:
      model.seal === undefined
        ? words.say('sealMissing')
        : words.say('sealShort', { seal: shortSeal(model.seal.value) }),
    page: words.say('page'),
  };
}
