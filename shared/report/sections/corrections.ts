import { say } from '../../i18n/messages.ts';
import {
  reportConfidenceMessages,
  reportKindMessages,
  reportStatusMessages,
} from '../../i18n/report-messages.ts';
import type { EntryContent } from '../../domain/entry.ts';
import type { IncidentField } from '../../domain/incident.ts';
import { correctionAnchor, entryAnchor } from '../anchors.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row, RowGroup } from '../document.ts';
import { join, lineBreak, link, own, small } from '../inline.ts';
import type { Conflict, ReportCorrection, ReportModel, Signed } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Corrections, withdrawals, undecided conflicts, and what could not be read. */
export function writeCorrections(model: ReportModel, words: Words): readonly Block[] {
  return [
    heading(words.say('corrections')),
    ...corrections(model, words),
    heading(words.say('withdrawals')),
    withdrawals(model, words),
    heading(words.say('conflictsTitle')),
    ...conflicts(model, words),
    heading(words.say('damage')),
    damage(model, words),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 3, content: [own(text)] };
}

function none(words: Words): Block {
  return { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] };
}

function corrections(model: ReportModel, words: Words): readonly Block[] {
  if (model.corrections.length === 0) return [none(words)];
  return [
    { kind: 'paragraph', content: [own(words.say('correctionsLead'))] },
    {
      kind: 'table',
      columns: [
        { header: words.say('writing'), width: 'label' },
        { header: words.say('text'), width: 'text' },
        { header: words.say('reason'), width: 'name' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: model.corrections.map((correction) => correctionGroup(correction, model, words)),
    },
  ];
}

function correctionGroup(correction: ReportCorrection, model: ReportModel, words: Words): RowGroup {
  const numbers = new Map(model.evidence.map(({ id, no }) => [id, no]));
  let count = 0;
  return {
    id: correctionAnchor(correction),
    heading: words.compose('entryHeading', {
      number: link(entryAnchor(correction), correction.label),
    }),
    rows: correction.versions.map((version, index): Row => {
      if (version.reason !== '') count += 1;
      const name =
        version.reason === '' ? words.say('original') : words.say('correction', { n: count });
      const before = correction.versions[index - 1];
      const changed =
        before === undefined ? [] : changesOf(before.content, version.content, numbers, words);
      return {
        cells: [
          version.stands ? [own(name), lineBreak, small(own(words.say('stands')))] : [own(name)],
          join(
            [[words.typed(version.content.text)], ...changed.map((line) => [small(line)])],
            lineBreak,
          ),
          version.reason === '' ? [] : [words.typed(version.reason)],
          words.signed(version),
        ],
      };
    }),
  };
}

function changesOf(
  before: EntryContent,
  after: EntryContent,
  numbers: ReadonlyMap<string, string>,
  words: Words,
): readonly Inline[] {
  const { language } = words;
  const list = (values: readonly string[]) => values.join(words.say('comma'));
  const readers: readonly (readonly [string, (content: EntryContent) => string])[] = [
    [words.say('changedTime'), ({ at }) => words.shortTime(at)],
    [words.say('changedKind'), ({ kind }) => say(language, reportKindMessages[kind])],
    [words.say('changedStages'), ({ stages }) => list(stages.map(words.stageName))],
    [words.say('changedTechniques'), ({ techniques }) => list(techniques.map(({ id }) => id))],
    [words.say('changedHosts'), ({ hosts }) => list(hosts)],
    [words.say('changedTags'), ({ tags }) => list(tags)],
    [
      words.say('changedEvidence'),
      ({ evidence }) => list(evidence.map((id) => numbers.get(id) ?? `?${id.slice(0, 8)}`)),
    ],
    [
      words.say('changedConfidence'),
      ({ confidence }) =>
        confidence === undefined ? '' : say(language, reportConfidenceMessages[confidence]),
    ],
  ];
  return readers.flatMap(([field, read]) => {
    const [old, now] = [read(before), read(after)];
    if (old === now) return [];
    const empty = words.say('empty');
    const values = { field, before: old || empty, after: now || empty };
    return [words.typed(words.say('change', values))];
  });
}

function withdrawals(model: ReportModel, words: Words): Block {
  if (model.withdrawn.length === 0) return none(words);
  return {
    kind: 'table',
    columns: [
      { header: words.say('number'), width: 'number' },
      { header: words.say('reason'), width: 'text' },
      { header: words.say('by'), width: 'label' },
    ],
    groups: [
      {
        rows: model.withdrawn.flatMap((entry) =>
          entry.withdrawal === undefined
            ? []
            : [
                {
                  cells: [
                    [link(entryAnchor(entry), entry.label)],
                    [words.typed(entry.withdrawal.value)],
                    words.signed(entry.withdrawal),
                  ],
                },
              ],
        ),
      },
    ],
  };
}

function conflicts(model: ReportModel, words: Words): readonly Block[] {
  if (model.conflicts.length === 0) return [none(words)];
  return [
    { kind: 'paragraph', content: [own(words.say('conflictsLead'))] },
    {
      kind: 'table',
      columns: [
        { header: words.say('conflictValue'), width: 'text' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: model.conflicts.map((conflict) => ({
        heading: conflictName(conflict, words),
        rows: conflictValues(conflict, words).map(({ value, by, wall }) => ({
          cells: [[value], words.signed({ by, wall })],
        })),
      })),
    },
  ];
}

export const fieldNames = {
  title: 'fieldTitle',
  tlp: 'fieldTlp',
  zone: 'fieldZone',
  phase: 'fieldPhase',
  status: 'fieldStatus',
  exercise: 'fieldExercise',
  functionalImpact: 'functionalImpact',
  informationImpact: 'informationImpact',
  recoverability: 'recoverability',
  kind: 'fieldKind',
  headings: 'fieldHeadings',
  summary: 'fieldSummary',
  rootCause: 'fieldRootCause',
  impact: 'fieldImpact',
  recommendations: 'fieldRecommendations',
  sources: 'fieldSources',
} as const satisfies Record<IncidentField, string>;

function conflictName(conflict: Conflict, words: Words): readonly Inline[] {
  switch (conflict.about) {
    case 'field':
      return [own(words.say(fieldNames[conflict.field]))];
    case 'entry':
      return words.compose('conflictEntryText', {
        number: link(entryAnchor(conflict.entry), conflict.entry.label),
      });
    case 'withdrawal':
      return words.compose('conflictWithdrawal', {
        number: link(entryAnchor(conflict.entry), conflict.entry.label),
      });
    case 'item':
      return [words.typed(conflict.item[words.language])];
  }
}

function conflictValues(conflict: Conflict, words: Words): readonly Signed<Inline>[] {
  const shown = <T>(values: readonly Signed<T>[], show: (value: T) => Inline) =>
    values.map(({ by, wall, value }) => ({ by, wall, value: show(value) }));
  switch (conflict.about) {
    case 'field':
      return shown(conflict.values, (value) => fieldText(conflict.field, value, words));
    case 'entry':
      return shown(conflict.values, words.typed);
    case 'withdrawal':
      return shown(conflict.values, ({ withdrawn, reason }) =>
        words.typed(words.say(withdrawn ? 'conflictWithdrawn' : 'conflictRestored', { reason })),
      );
    case 'item':
      return shown(conflict.values, ({ state, because, note }) =>
        words.typed(
          [words.itemState(state), because, note].filter((text) => text !== '').join('\n'),
        ),
      );
  }
}

function fieldText(field: IncidentField, value: string, words: Words): Inline {
  if (field === 'phase') return own(words.phaseName(value));
  if (field === 'status' && (value === 'open' || value === 'contained' || value === 'closed'))
    return own(say(words.language, reportStatusMessages[value]));
  if (field === 'exercise') return own(words.say(value === 'true' ? 'yes' : 'no'));
  return words.typed(value);
}

function damage({ damage: found }: ReportModel, words: Words): Block {
  const items: (readonly Inline[])[] = found.findings.map((text) => [words.typed(text)]);
  if (found.lostEntries.length > 0)
    items.push([own(words.say('lostEntries', { n: found.lostEntries.length }))]);
  if (found.lostEvidence.length > 0)
    items.push([own(words.say('lostEvidence', { n: found.lostEvidence.length }))]);
  if (found.lostChecklists.length > 0)
    items.push([own(words.say('lostChecklists', { n: found.lostChecklists.length }))]);
  if (found.withoutOriginal.length > 0)
    items.push([own(words.say('withoutOriginal')), ...citeEntries(found.withoutOriginal)]);
  for (const { type, count } of found.unknown)
    items.push([words.typed(words.say('unknownOperations', { n: count, type }))]);
  return items.length === 0
    ? { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noDamage'))] }
    : { kind: 'list', ordered: false, items };
}
