import { itemsInOrder } from '../application/custody.ts';
import { custodyInOrder, custodyInstant, doubtsOfCustody } from '../domain/custody-line.ts';
import { custodyMessages as m } from '../i18n/custody-messages.ts';
import { type Message, type MessageValues, say } from '../i18n/messages.ts';
import { reportCustodyMessages } from '../i18n/report-annex-messages.ts';
import { custodyDetails, wordDoubt } from '../i18n/word-custody.ts';
import { claimFact, factsRecorded, factsSaid } from '../i18n/word-evidence.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields, type EvidenceRecord } from '../journal/records.ts';
import type { Block, Inline, ReportDocument, ReportSection, Row } from './document.ts';
import { groupHash } from './group-hash.ts';
import { code, join, lineBreak, own, small, strong } from './inline.ts';
import type { ReportModel } from './report-model.ts';
import { wordsOf } from './report-words.ts';
import { sizeText } from './size-text.ts';
import { visibleText } from './visible-text.ts';
import { writeReport } from './write-report.ts';

/** Empty lines for what happens where there is no machine. */
const blankRows = 4;

/**
 * The chain-of-custody form: an item a page with what was recorded of it, what does not fit, and room for
 * signatures (fields of NIST's sample form; docs/content.md).
 */
export function custodyForm(
  state: NotebookState,
  model: ReportModel,
  items: readonly string[] = [],
): ReportDocument {
  const paper = writeReport({ ...model, sections: [], state: 'released' });
  const wanted = itemsInOrder(state).filter(({ id }) => items.length === 0 || items.includes(id));
  const word = (message: Message, values?: MessageValues) => say(model.language, message, values);
  const sections = wanted.map((record, index) => itemSection(record, model, index > 0));
  const none: ReportSection = {
    id: 'custom-custody',
    number: '',
    title: word(m.formTitle),
    purpose: '',
    startsPage: false,
    blocks: [{ kind: 'paragraph', content: [own(word(m.formNone))] }],
  };
  return { ...paper, sections: sections.length === 0 ? [none] : sections };
}

function itemSection(
  record: EvidenceRecord,
  model: ReportModel,
  startsPage: boolean,
): ReportSection {
  const { language } = model;
  const words = wordsOf(model);
  const word = (message: Message, values?: MessageValues) => say(language, message, values);
  const { item, origin: taken, custody } = record;
  const { size, sha256, origin } = { ...item, ...item?.reference };
  const isThing = item !== undefined && item.sha256 === undefined && item.reference === undefined;
  const no = item?.no ?? record.id.slice(0, 8);
  const doubts = doubtsOfCustody(custody);
  const facts: readonly (readonly [Message, readonly Inline[]])[] = [
    [m.formNumber, [strong(own(no))]],
    [m.formName, item === undefined ? [] : [words.typed(item.name)]],
    [m.note, item === undefined || item.note === '' ? [] : [words.typed(item.note)]],
    [m.formSize, size === undefined ? [] : [own(words.say('bytes', { n: size }))]],
    ...(isThing
      ? []
      : [[m.formHash, sha256 === undefined ? [] : [code(groupHash(sha256))]] as const]),
    ...(isThing
      ? []
      : [[m.formFile, origin === undefined ? [] : [words.typed(origin.path)]] as const]),
    [m.formTaken, taken === undefined ? [] : words.signed(taken)],
    [m.formSheet, []],
  ];
  const blocks: Block[] = [
    {
      kind: 'definitions',
      items: [
        ...facts.map(([term, details]) => ({
          term: word(term),
          details: [details.length === 0 ? [own(' ')] : details],
        })),
        ...furtherFacts(record, model).map(({ name, text, isCode }) => ({
          term: name,
          details: [[isCode === true ? code(text) : words.typed(text)]],
        })),
      ],
    },
    { kind: 'heading', level: 3, content: [own(word(m.formEvents))] },
    eventTable(record, model),
    { kind: 'paragraph', tone: 'small', content: [own(word(m.formBlank))] },
  ];
  if (doubts.length > 0)
    blocks.push({
      kind: 'note',
      tone: 'warning',
      title: word(m.doubts),
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: doubts.map((doubt) => [words.typed(wordDoubt(doubt, custody, language))]),
        },
      ],
    });
  const seal = model.seal === undefined ? [own(' ')] : [code(groupHash(model.seal.value))];
  blocks.push({
    kind: 'definitions',
    items: [
      { term: word(m.formSeal), details: [seal] },
      { term: word(m.formCustodian), details: [[lineBreak, lineBreak]] },
    ],
  });
  return {
    id: `custom-custody-${no}`,
    number: '',
    title: word(m.formOf, { no: visibleText(no) }),
    purpose: '',
    startsPage,
    blocks,
  };
}

/** What else is known of it: hashes for old tools, and what people say. */
function furtherFacts({ item, fields }: EvidenceRecord, { language, zone }: ReportModel) {
  if (item === undefined) return [];
  const said = currentFields(fields);
  const claim = claimFact(item, said, language);
  return [
    ...factsRecorded(item, { language, sizeText: (bytes) => sizeText(bytes, language) }),
    ...factsSaid(said, { language, zone }),
    ...(claim === undefined ? [] : [claim]),
  ];
}

function eventTable({ custody }: EvidenceRecord, model: ReportModel): Block {
  const { language } = model;
  const words = wordsOf(model);
  const word = (message: Message) => say(language, message);
  const written = custodyInOrder(custody).map((entry, index): Row => {
    const { event, by, wall } = entry;
    const parties = [event.from, event.to].map((name) => words.typed(name === '' ? '–' : name));
    const details = custodyDetails(event, language).map(({ name, text }) => [
      small(own(`${name} `)),
      words.typed(text),
    ]);
    const when = event.at === undefined ? [] : [own(words.time(event.at))];
    return {
      cells: [
        [own(String(index + 1))],
        join([when, words.signed({ by, wall })], lineBreak),
        [own(word(reportCustodyMessages[event.action]))],
        event.from === '' && event.to === ''
          ? []
          : [parties[0] ?? own(''), own(' → '), parties[1] ?? own('')],
        join(details, lineBreak),
        [],
        [],
      ],
      ...(custodyInstant(entry) > wall && { tone: 'gap' as const }),
    };
  });
  const blank = Array.from({ length: blankRows }, (): Row => ({
    // As tall as a signature needs.
    cells: [[], [], [], [], [lineBreak, lineBreak], [], []],
  }));
  return {
    kind: 'table',
    columns: [
      { header: word(m.formNo), width: 'number' },
      { header: word(m.at), width: 'label' },
      { header: word(m.action), width: 'label' },
      { header: word(m.formFromTo), width: 'text' },
      { header: word(m.formDetails), width: 'text' },
      { header: word(m.formSignFrom), width: 'text' },
      { header: word(m.formSignTo), width: 'text' },
    ],
    groups: [{ rows: [...written, ...blank] }],
  };
}
