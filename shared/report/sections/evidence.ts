import { say } from '../../i18n/messages.ts';
import { reportCustodyMessages } from '../../i18n/report-annex-messages.ts';
import { evidenceAnchor } from '../anchors.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row } from '../document.ts';
import { code, join, lineBreak, link, own, small, strong } from '../inline.ts';
import type { ReportEvidence, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { groupHash } from '../group-hash.ts';

/** The register with hashes, then what happened to each item. */
export function writeEvidence(model: ReportModel, words: Words): readonly Block[] {
  if (model.evidence.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] }];
  return [
    { kind: 'paragraph', content: [own(words.say('evidenceLead'))] },
    {
      kind: 'table',
      caption: words.say('evidenceTable'),
      rowHeader: true,
      columns: [
        { header: words.say('itemNumber'), width: 'number' },
        { header: words.say('file'), width: 'text' },
        { header: words.say('size'), width: 'label', align: 'end' },
        { header: words.say('taken'), width: 'label' },
        { header: words.say('citedBy'), width: 'label' },
      ],
      groups: [{ rows: model.evidence.map((evidence) => itemRow(evidence, words)) }],
    },
    { kind: 'heading', level: 3, content: [own(words.say('custody'))] },
    custodyTable(model, words),
  ];
}

function itemRow(evidence: ReportEvidence, words: Words): Row {
  const { item, taken } = evidence;
  return {
    id: evidenceAnchor(evidence),
    cells: [
      [own(evidence.no)],
      item === undefined
        ? [own(words.say('evidenceLost'))]
        : join(
            [
              [strong(words.typed(item.name))],
              [code(groupHash(item.sha256))],
              item.note === '' ? [] : [words.typed(item.note)],
              item.origin === undefined
                ? []
                : [small(...words.compose('takenFrom', { path: words.typed(item.origin.path) }))],
              item.changedWhileReading
                ? [{ kind: 'label', tone: 'warning', text: words.say('changedWhileReading') }]
                : [],
            ],
            lineBreak,
          ),
      item === undefined ? [] : [own(words.say('bytes', { n: item.size }))],
      taken === undefined ? [own(words.say('unknown'))] : words.signed(taken),
      citeEntries(evidence.citing),
    ],
  };
}

function custodyTable(model: ReportModel, words: Words): Block {
  const rows = model.evidence.flatMap((evidence) =>
    evidence.custody.map(({ by, wall, event }): Row => {
      const fromTo: readonly Inline[] =
        event.from === '' && event.to === ''
          ? []
          : words.compose('fromToText', {
              from: words.typed(event.from || words.say('unknown')),
              to: words.typed(event.to || words.say('unknown')),
            });
      const details = [event.place, event.purpose, event.note].filter((text) => text !== '');
      return {
        cells: [
          [link(evidenceAnchor(evidence), evidence.no)],
          [own(say(words.language, reportCustodyMessages[event.action]))],
          fromTo,
          join(
            details.map((text) => [words.typed(text)]),
            lineBreak,
          ),
          words.signed({ by, wall }),
        ],
      };
    }),
  );
  if (rows.length === 0)
    return { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noCustody'))] };
  return {
    kind: 'table',
    columns: [
      { header: words.say('itemNumber'), width: 'number' },
      { header: words.say('action'), width: 'label' },
      { header: words.say('fromTo'), width: 'text' },
      { header: words.say('placePurpose'), width: 'text' },
      { header: words.say('when'), width: 'label' },
    ],
    groups: [{ rows }],
  };
}
