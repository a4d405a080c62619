import { reportGuidance } from '../../catalogue/report-guidance.ts';
import { tlpText } from '../../catalogue/tlp.ts';
import { citeEntries } from '../citations.ts';
import { defangValue } from '../../indicators/defang.ts';
import type { Block, Inline, Row } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import { type EntryRef, fieldValue, type ReportEntry, type ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt } from '../visible-text.ts';

type Item = {
  readonly name: string;
  readonly value: readonly Inline[];
  readonly sources?: readonly EntryRef[];
};

/** What forms of authorities ask, item by item: from the notebook, or said to be not recorded. */
export function writeRegulator(model: ReportModel, words: Words): readonly Block[] {
  const disclaimer: Block = {
    kind: 'paragraph',
    tone: 'small',
    content: [own(reportGuidance.disclaimer[words.language])],
  };
  return [
    { kind: 'paragraph', content: [own(words.say('regulatorLead'))] },
    form(words.say('formCommon'), commonItems(model, words), words),
    form(words.say('formAppi'), appiItems(model, words), words),
    form(words.say('formGdpr'), gdprItems(model, words), words),
    disclaimer,
  ];
}

function form(caption: string, items: readonly Item[], words: Words): Block {
  return {
    kind: 'table',
    caption,
    rowHeader: true,
    columns: [
      { header: words.say('formItem'), width: 'name' },
      { header: words.say('formValue'), width: 'text' },
      { header: words.say('sources'), width: 'label' },
    ],
    groups: [
      {
        rows: items.map(({ name, value, sources = [] }): Row => ({
          cells: [
            [own(name)],
            value.length > 0 ? value : [small(own(words.say('notRecorded')))],
            citeEntries(sources),
          ],
        })),
      },
    ],
  };
}

function commonItems(model: ReportModel, words: Words): readonly Item[] {
  const { counted, systems, techniques, indicators } = model;
  const attack = counted.filter(({ content }) => content.kind === 'adversary');
  const wayIn = attack.filter(({ content }) =>
    content.stages.some((stage) => stage === 'delivery' || stage === 'exploitation'),
  );
  const detected = model.metrics.milestones.get('detected');
  const first = model.facts.firstActivity;
  return [
    {
      name: words.say('itemFound'),
      value: detected === undefined ? [] : [own(words.time(detected.at))],
      sources: detected === undefined ? [] : [detected.entry],
    },
    {
      name: words.say('itemOccurred'),
      value: first === undefined ? [] : [own(words.time(first.content.at))],
      sources: first === undefined ? [] : [first],
    },
    {
      name: words.say('itemHow'),
      ...told(
        counted.filter(({ id }) => id === detected?.entry.id),
        words,
      ),
    },
    {
      name: words.say('itemSystems'),
      value: join(
        systems.map(({ name }) => [words.typed(name)]),
        own(words.say('comma')),
      ),
      sources: systems.flatMap(({ entries }) => entries.slice(0, 1)),
    },
    { name: words.say('itemWayIn'), ...told(wayIn, words) },
    {
      name: words.say('itemTechniques'),
      value:
        techniques.length === 0
          ? []
          : [own(techniques.map(({ id }) => id).join(words.say('comma')))],
      sources: techniques.flatMap(({ entries }) => entries),
    },
    {
      name: words.say('itemIndicators'),
      value: join(
        indicators.map(({ fields }) => [
          own(
            [
              defangValue(fields.value ?? '', fields.type),
              fields.tlp === undefined ? '' : `(${tlpText(fields.tlp)})`,
            ]
              .join(' ')
              .trim(),
          ),
        ]),
        lineBreak,
      ),
      sources: indicators.flatMap(({ entries }) => entries),
    },
    { name: words.say('itemRansom'), value: [] },
    { name: words.say('itemEffect'), value: written(model, 'impact', words) },
    { name: words.say('itemResponse'), ...told(ofKind(counted, 'response'), words) },
    { name: words.say('itemReported'), ...told(ofKind(counted, 'communication'), words) },
  ];
}

/** In the order of Art. 8 of the Enforcement Rules, as the catalogue has the items. */
function appiItems(model: ReportModel, words: Words): readonly Item[] {
  const values: readonly Omit<Item, 'name'>[] = [
    { value: written(model, 'summary', words) },
    { value: [] },
    { value: [] },
    { value: written(model, 'rootCause', words) },
    { value: [] },
    { value: [] },
    { ...told(ofKind(model.counted, 'communication'), words) },
    { value: written(model, 'recommendations', words) },
    { value: [] },
  ];
  return reportGuidance.appiReportItems.map((name, index) => ({
    name: name[words.language],
    ...(values[index] ?? { value: [] }),
  }));
}

function gdprItems(model: ReportModel, words: Words): readonly Item[] {
  const known = model.metrics.milestones.get('known');
  return [
    {
      name: words.say('gdprAware'),
      value: known === undefined ? [] : [own(words.time(known.at))],
      sources: known === undefined ? [] : [known.entry],
    },
    { name: words.say('gdprNature'), value: written(model, 'summary', words) },
    { name: words.say('gdprContact'), value: [] },
    { name: words.say('gdprConsequences'), value: written(model, 'impact', words) },
    { name: words.say('gdprMeasures'), ...told(ofKind(model.counted, 'response'), words) },
  ];
}

function ofKind(
  entries: readonly ReportEntry[],
  kind: 'response' | 'communication',
): readonly ReportEntry[] {
  return entries.filter(({ content }) => content.kind === kind);
}

/** Beyond this many an item names the rest by number: a form has to be read. */
const shownEntries = 12;

function told(entries: readonly ReportEntry[], words: Words): Pick<Item, 'value' | 'sources'> {
  const value = join(
    entries
      .slice(0, shownEntries)
      .map(({ content }) => [
        own(`${words.shortTime(content.at)} `),
        words.typed(excerpt(content.text, 200)),
      ]),
    lineBreak,
  );
  return { value, sources: entries };
}

function written(
  model: ReportModel,
  field: 'summary' | 'impact' | 'rootCause' | 'recommendations',
  words: Words,
): readonly Inline[] {
  const value = fieldValue(model, field)?.trim() ?? '';
  return value === '' ? [] : [words.typed(value)];
}
