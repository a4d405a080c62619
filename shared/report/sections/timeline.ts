import { logSourceById } from '../../catalogue/kill-chain.ts';
import { linkMessages } from '../../i18n/entry-words.ts';
import { paperMessages } from '../../i18n/paper-messages.ts';
import { say } from '../../i18n/messages.ts';
import { reportConfidenceMessages, reportKindMessages } from '../../i18n/report-messages.ts';
import { correctionAnchor, entryAnchor } from '../anchors.ts';
import { citeEvidence } from '../citations.ts';
import { dayKey, formatDay } from '../../domain/time/format-time.ts';
import { entryZone } from '../../domain/time/entry-time.ts';
import type { Block, Inline, Row, RowGroup } from '../document.ts';
import { code, join, lineBreak, link, own, small, struck } from '../inline.ts';
import { densityFigure } from '../density-figure.ts';
import type { ReportEntry, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { visibleText } from '../visible-text.ts';

/** Every entry once, by day. */
export function writeTimeline(model: ReportModel, words: Words): readonly Block[] {
  const lead: Block = { kind: 'paragraph', content: [own(words.say('timelineLead'))] };
  if (model.entries.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noEntries'))] }];
  const density = model.audience === 'partner' ? undefined : densityFigure(model, words);
  return [
    ...(density === undefined ? [] : [density]),
    lead,
    {
      kind: 'table',
      columns: [
        { header: words.say('number'), width: 'number' },
        { header: words.say('time'), width: 'label' },
        { header: words.say('kind'), width: 'label' },
        { header: words.say('what'), width: 'text' },
        { header: words.say('evidence'), width: 'short' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: groupByDay(model, words),
    },
  ];
}

function groupByDay(model: ReportModel, words: Words): readonly RowGroup[] {
  const groups: { readonly key: string; readonly heading: string; readonly rows: Row[] }[] = [];
  for (const entry of model.entries) {
    const { key, heading } = dayOf(entry, model, words);
    const row = writeRow(entry, words);
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(row);
    else groups.push({ key, heading, rows: [row] });
  }
  return groups.map(({ heading, rows }) => ({ heading: [own(heading)], rows }));
}

function dayOf(
  entry: ReportEntry,
  { zone, language }: ReportModel,
  words: Words,
): { readonly key: string; readonly heading: string } {
  const { at } = entry.content;
  if (at.utc === null) return { key: '', heading: words.say('timeUnknown') };
  const ms = Date.parse(at.utc);
  if (at.precision === 'month') {
    const text = words.time({ ...at, relation: 'at', plusMinusMs: 0, untilUtc: null });
    return { key: text, heading: text };
  }
  // A day is meant in its own zone: in another zone's calendar it would stand under the wrong date.
  const shown = at.precision === 'day' ? entryZone(at) : zone;
  return { key: dayKey(ms, shown), heading: formatDay(ms, shown, language) };
}

function writeRow(entry: ReportEntry, words: Words): Row {
  const { content, withdrawal } = entry;
  const row = {
    id: entryAnchor(entry),
    cells: [
      [own(entry.label)],
      [own(words.clock(content.at))],
      kindAndStages(entry, words),
      what(entry, words),
      evidenceOf(entry, words),
      words.signed(entry.written),
    ],
  };
  return withdrawal === undefined ? row : { ...row, tone: 'withdrawn' };
}

function kindAndStages({ content }: ReportEntry, words: Words): readonly Inline[] {
  const kind = own(say(words.language, reportKindMessages[content.kind]));
  return join([[kind], ...content.stages.map((stage) => [words.stage(stage)])], lineBreak);
}

function what(entry: ReportEntry, words: Words): readonly Inline[] {
  const { content, withdrawal } = entry;
  const text = words.typed(content.text);
  return join(
    [
      [withdrawal === undefined ? text : struck(text)],
      withdrawal === undefined
        ? []
        : [
            { kind: 'label', tone: 'withdrawn', text: words.say('withdrawn') },
            own(' '),
            ...words.compose('withdrawnBecause', {
              reason: words.typed(withdrawal.value),
              by: words.typed(withdrawal.by),
              time: own(words.shortMoment(withdrawal.wall)),
            }),
          ],
      marks(entry, words),
      sourceTime(entry, words),
      noticedTime(entry, words),
      linkedEntries(entry, words),
      about(entry, words),
    ],
    lineBreak,
  );
}

function marks(entry: ReportEntry, words: Words): readonly Inline[] {
  const { confidence } = entry.content;
  const found: (readonly Inline[])[] = [];
  if (entry.corrected)
    found.push([
      {
        kind: 'link',
        to: correctionAnchor(entry),
        content: [{ kind: 'label', tone: 'plain', text: words.say('corrected') }],
      },
    ]);
  if (entry.content.sheet !== undefined) {
    const text = say(words.language, paperMessages.transcribed, {
      sheet: visibleText(entry.content.sheet),
    });
    found.push([{ kind: 'label', tone: 'plain', text }]);
  }
  if (entry.late) found.push([{ kind: 'label', tone: 'plain', text: words.say('late') }]);
  if (entry.contested)
    found.push([{ kind: 'label', tone: 'warning', text: words.say('contested') }]);
  if (confidence !== undefined && confidence !== 'confirmed') {
    const text = say(words.language, reportConfidenceMessages[confidence]);
    found.push([{ kind: 'label', tone: 'warning', text }]);
  }
  if (entry.content.basis === 'opinion')
    found.push([{ kind: 'label', tone: 'warning', text: words.say('opinion') }]);
  return join(found, own(' '));
}

/** The raw time beside the corrected one. */
function sourceTime({ sourceShowed }: ReportEntry, words: Words): readonly Inline[] {
  if (sourceShowed === undefined) return [];
  const values = {
    source: visibleText(sourceShowed.source),
    time: words.time(sourceShowed.at),
  };
  return [small(words.typed(words.say('sourceShowed', values)))];
}

/** When somebody noticed it, where that is said apart from when it happened. */
function noticedTime({ content }: ReportEntry, words: Words): readonly Inline[] {
  if (content.noticed === undefined) return [];
  return [small(own(words.say('noticed', { time: words.time(content.noticed) })))];
}

/** How it bears on other entries. */
function linkedEntries({ links }: ReportEntry, words: Words): readonly Inline[] {
  return join(
    links.map(({ type, entry }) => [
      small(
        own(`${say(words.language, linkMessages[type])} `),
        link(entryAnchor(entry), entry.label),
      ),
    ]),
    lineBreak,
  );
}

function about({ content }: ReportEntry, words: Words): readonly Inline[] {
  const pieces = [
    content.hosts.map((host) => `@${visibleText(host)}`).join('  '),
    (content.accounts ?? []).map((account) => `&${visibleText(account)}`).join('  '),
    content.techniques.map(({ id }) => visibleText(id)).join('  '),
    content.tags.map((tag) => `#${visibleText(tag)}`).join('  '),
    logKind(content.logSource, words),
  ].filter((piece) => piece !== '');
  return pieces.length === 0 ? [] : [small(words.typed(pieces.join('  ')))];
}

function logKind(id: string | undefined, words: Words): string {
  if (id === undefined) return '';
  const name = logSourceById(id)?.name[words.language] ?? visibleText(id);
  return words.say('logKind', { name });
}

function evidenceOf(entry: ReportEntry, words: Words): readonly Inline[] {
  const missing = entry.missingEvidence.map((id) => [
    code(`?${id.slice(0, 8)}`),
    own(' '),
    own(words.say('evidenceMissing')),
  ]);
  return join([citeEvidence(entry.evidence), ...missing], own(', '));
}
