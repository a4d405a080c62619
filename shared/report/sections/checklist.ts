import { headItems, type HeadedItems } from '../../catalogue/checklist-headings.ts';
import type { ItemState } from '../../domain/checklist.ts';
import { cite } from '../citations.ts';
import type { Block, Inline, Row, RowGroup } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import {
  fieldValue,
  type ReportChecklist,
  type ReportChecklistItem,
  type ReportModel,
} from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { visibleText } from '../visible-text.ts';

/** Each adopted checklist by phase: state, proof, reason, owner, note; progress as counts. */
export function writeChecklists(model: ReportModel, words: Words): readonly Block[] {
  if (model.checklists.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noChecklists'))] }];
  return model.checklists.flatMap((checklist) => [
    { kind: 'heading', level: 3, content: [words.typed(checklist.title[words.language])] },
    {
      kind: 'paragraph',
      content: [own(progress(checklist, words)), lineBreak, small(...provenance(checklist, words))],
    },
    {
      kind: 'table',
      columns: [
        { header: words.say('item'), width: 'text' },
        { header: words.say('itemState'), width: 'label' },
        { header: words.say('proof'), width: 'label' },
        { header: words.say('ownerNote'), width: 'name' },
      ],
      groups: headItems(
        checklist.phases.flatMap(({ items }) => items),
        fieldValue(model, 'headings') ?? 'phase',
        ({ item }) => item,
      ).map((group) => headedGroup(group, words)),
    },
  ]);
}

function provenance(checklist: ReportChecklist, words: Words): readonly Inline[] {
  const { template, version, adopted } = checklist;
  return words.compose('checklistVersion', {
    template: words.typed(template),
    version: words.typed(version),
    time: own(adopted === undefined ? words.say('unknown') : words.moment(adopted.wall)),
    by: adopted === undefined ? own(words.say('unknown')) : words.typed(adopted.by),
  });
}

function progress({ phases }: ReportChecklist, words: Words): string {
  const items = phases.flatMap((phase) => phase.items);
  const inState = (state: ItemState) =>
    items.filter(({ setting }) => setting.state === state).length;
  return words.say('progress', {
    done: inState('done'),
    doing: inState('doing'),
    blocked: inState('blocked'),
    open: inState('open'),
    na: inState('not-applicable'),
    total: items.length,
  });
}

function headedGroup(
  { id, name, beside, items }: HeadedItems<ReportChecklistItem>,
  words: Words,
): RowGroup {
  const settled = items.filter(
    ({ setting }) => setting.state === 'done' || setting.state === 'not-applicable',
  );
  const heading = own(
    words.say('phaseHeading', {
      phase: name?.[words.language] ?? visibleText(id),
      done: settled.length,
      total: items.length,
    }),
  );
  const other = beside[words.language];
  return {
    heading: other === '' ? [heading] : [heading, own('  '), small(own(other))],
    rows: items.map((item) => itemRow(item, words)),
  };
}

function itemRow(entry: ReportChecklistItem, words: Words): Row {
  const { item, setting, signature, contested, sources } = entry;
  const line = (name: 'because' | 'owner' | 'note'): readonly Inline[] =>
    setting[name].trim() === '' ? [] : [small(own(words.say(name))), words.typed(setting[name])];
  return {
    cells: [
      [
        words.typed(item.text[words.language]),
        lineBreak,
        small(own([item.id, ...item.csf].join('  '))),
      ],
      join(
        [
          [own(words.itemState(setting.state))],
          contested ? [{ kind: 'label', tone: 'warning', text: words.say('contested') }] : [],
          signature === undefined ? [] : [small(...words.signed(signature))],
        ],
        lineBreak,
      ),
      cite(sources),
      join([line('because'), line('owner'), line('note')], lineBreak),
    ],
  };
}
