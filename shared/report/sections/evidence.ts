import { evidenceFieldMessages } from '../../i18n/evidence-field-messages.ts';
import { say } from '../../i18n/messages.ts';
import { custodyDetails } from '../../i18n/word-custody.ts';
import { claimFact, factsRecorded, factsSaid } from '../../i18n/word-evidence.ts';
import { sizeText } from '../size-text.ts';
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
      groups: [{ rows: model.evidence.map((evidence) => itemRow(evidence, model, words)) }],
    },
    { kind: 'heading', level: 3, content: [own(words.say('custody'))] },
    custodyTable(model, words),
  ];
}

/** Everything else that is known of an item, a line each. */
function furtherFacts(
  { item, fields, photographs }: ReportEvidence,
  model: ReportModel,
  words: Words,
): readonly (readonly Inline[])[] {
  if (item === undefined) return [];
  const { language } = words;
  const { zone } = model;
  const shown = new Set(model.evidence.map(({ id }) => id));
  const claim = claimFact(item, fields, language);
  const facts = [
    ...factsRecorded(item, { language, sizeText: (bytes) => sizeText(bytes, language) }),
    ...factsSaid(fields, { language, zone }),
    ...(claim === undefined ? [] : [claim]),
  ];
  return [
    ...facts.map(({ name, text, isCode, isWarning }): readonly Inline[] => [
      small(own(`${name} `)),
      isWarning === true
        ? { kind: 'label', tone: 'warning', text }
        : small(isCode === true ? code(text) : words.typed(text)),
    ]),
    ...(photographs.length === 0
      ? []
      : [
          [
            small(own(`${say(language, evidenceFieldMessages.photographs)} `)),
            ...join(
              photographs.map((photo) => [
                shown.has(photo.id) ? link(evidenceAnchor(photo), photo.no) : own(photo.no),
              ]),
              own(' '),
            ),
          ],
        ]),
  ];
}

function itemRow(evidence: ReportEvidence, model: ReportModel, words: Words): Row {
  const { item, taken } = evidence;
  const sha256 = item?.sha256 ?? item?.reference?.sha256;
  const origin = item?.origin ?? item?.reference?.origin;
  const size = item?.size ?? item?.reference?.size;
  const hasChanged =
    item?.changedWhileReading === true || item?.reference?.changedWhileReading === true;
  return {
    id: evidenceAnchor(evidence),
    cells: [
      [own(evidence.no)],
      item === undefined
        ? [own(words.say('evidenceLost'))]
        : join(
            [
              [strong(words.typed(item.name))],
              sha256 === undefined ? [] : [code(groupHash(sha256))],
              item.note === '' ? [] : [words.typed(item.note)],
              origin === undefined
                ? []
                : [small(...words.compose('takenFrom', { path: words.typed(origin.path) }))],
              ...furtherFacts(evidence, model, words),
              hasChanged
                ? [{ kind: 'label', tone: 'warning', text: words.say('changedWhileReading') }]
                : [],
            ],
            lineBreak,
          ),
      size === undefined ? [] : [own(words.say('bytes', { n: size }))],
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
      const details = custodyDetails(event, words.language);
      const happened = event.at === undefined ? [] : [own(words.time(event.at))];
      return {
        cells: [
          [link(evidenceAnchor(evidence), evidence.no)],
          [own(say(words.language, reportCustodyMessages[event.action]))],
          fromTo,
          join(
            details.map(({ name, text }) => [small(own(`${name} `)), words.typed(text)]),
            lineBreak,
          ),
          join([happened, words.signed({ by, wall })], lineBreak),
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
