import { stageNumber } from '../../domain/kill-chain.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import type { EntryRef, ReportEntry, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt } from '../visible-text.ts';
import { sizeText } from '../size-text.ts';

/** One table: what is known, since when, how many, and what is uncertain; each with its sources. */
export function writeKeyFacts(model: ReportModel, words: Words): readonly Block[] {
  return [
    {
      kind: 'table',
      caption: words.say('factsCaption'),
      rowHeader: true,
      columns: [
        { header: words.say('fact'), width: 'name' },
        { header: words.say('value'), width: 'text' },
        { header: words.say('sources'), width: 'label' },
      ],
      groups: [{ rows: [...times(model, words), ...scope(model, words), ...doubts(model, words)] }],
    },
  ];
}

function times({ facts, phases }: ReportModel, words: Words): readonly Row[] {
  return [
    happened(words.say('firstActivity'), facts.firstActivity, words),
    happened(words.say('lastActivity'), facts.lastActivity, words),
    ...facts.milestones.map((entry) => happened(words.say('milestone'), entry, words)),
    ...phaseFacts(phases, words),
    written(words.say('firstEntry'), facts.firstWritten, words),
    written(words.say('lastEntry'), facts.lastWritten, words),
  ];
}

/** How the incident moved through the lifecycle, back too. */
function phaseFacts(phases: ReportModel['phases'], words: Words): readonly Row[] {
  if (phases.length < 2) return [];
  const moves = phases.map(({ phase, by, wall, because }) => [
    ...words.compose('phaseMove', {
      time: own(words.shortMoment(wall)),
      phase: own(words.phaseName(phase)),
      by: words.typed(by),
    }),
    ...(because === '' ? [] : [lineBreak, small(words.typed(because))]),
  ]);
  return [fact(words.say('phasesFact'), join(moves, lineBreak), [])];
}

function happened(name: string, entry: ReportEntry | undefined, words: Words): Row {
  if (entry === undefined) return fact(name, [own(words.say('unknown'))], []);
  const text = small(words.typed(excerpt(entry.content.text, 160)));
  return fact(name, [own(words.time(entry.content.at)), lineBreak, text], [entry]);
}

function written(name: string, entry: ReportEntry | undefined, words: Words): Row {
  if (entry === undefined) return fact(name, [own(words.say('none'))], []);
  const { by, wall } = entry.written;
  const value = words.compose('writtenAt', {
    time: own(words.moment(wall)),
    by: words.typed(by),
  });
  return fact(name, value, [entry]);
}

function scope(model: ReportModel, words: Words): readonly Row[] {
  const reached = model.stages.filter(({ state }) => state === 'reached');
  const known = reached.filter(({ id }) => stageNumber(id) !== undefined);
  const gaps = model.stages.filter(({ state }) => state === 'gap');
  const { counts } = model.facts;
  const stages =
    reached.length === 0
      ? [own(words.say('noStages'))]
      : words.compose('stagesReachedText', {
          n: own(String(known.length)),
          stages: own(reached.map(({ id }) => stageText(id, words)).join(words.say('comma'))),
        });
  const rows = [
    fact(
      words.say('stagesReached'),
      stages,
      reached.flatMap(({ span }) => (span ? [span.first] : [])),
    ),
    fact(
      words.say('totals'),
      [
        own(
          words.say('totalsText', {
            ...counts,
            size: sizeText(counts.evidenceBytes, words.language),
          }),
        ),
      ],
      [],
    ),
  ];
  const open = gaps.map(({ id }) => stageText(id, words)).join(words.say('comma'));
  if (gaps.length > 0) rows.splice(1, 0, fact(words.say('openStages'), [own(open)], []));
  return rows;
}

function stageText(id: string, words: Words): string {
  const number = stageNumber(id);
  return number === undefined ? id : `${number} ${words.stageName(id)}`;
}

function doubts(model: ReportModel, words: Words): readonly Row[] {
  const { uncertainTimes, unsure, counts } = model.facts;
  const rows: Row[] = [];
  const total = counts.entries - counts.withdrawn - counts.rejected;
  if (uncertainTimes.length > 0)
    rows.push(
      fact(
        words.say('uncertainTimes'),
        [own(words.say('uncertainTimesText', { n: uncertainTimes.length, total }))],
        uncertainTimes,
      ),
    );
  if (unsure.length > 0)
    rows.push(
      fact(words.say('unsure'), [own(words.say('unsureText', { n: unsure.length }))], unsure),
    );
  if (counts.rejected > 0)
    rows.push(
      fact(
        words.say('rejected'),
        [own(words.say('rejectedText', { n: counts.rejected }))],
        model.entries.filter(({ content }) => content.confidence === 'rejected'),
      ),
    );
  const questions = join(
    model.questions.map(({ content }) => [words.typed(excerpt(content.text, 160))]),
    lineBreak,
  );
  rows.push(
    fact(
      words.say('openQuestions'),
      questions.length > 0 ? questions : [own(words.say('none'))],
      model.questions,
    ),
    fact(
      words.say('conflicts'),
      [own(model.conflicts.length > 0 ? String(model.conflicts.length) : words.say('none'))],
      model.conflicts.flatMap((conflict) => ('entry' in conflict ? [conflict.entry] : [])),
    ),
  );
  return rows;
}

function fact(name: string, value: readonly Inline[], sources: readonly EntryRef[]): Row {
  return { cells: [[own(name)], value, citeEntries(sources)] };
}
