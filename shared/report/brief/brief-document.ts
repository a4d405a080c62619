import { type ItemState, itemStates } from '../../domain/checklist.ts';
import type { NextStep } from '../../application/now.ts';
import type { ActionFields } from '../../domain/action.ts';
import type { ReckonedDeadline } from '../../domain/deadline.ts';
import { formatInstant } from '../../domain/time/format-time.ts';
import { actionStateMessages } from '../../i18n/report-audience-messages.ts';
import { reportStatusMessages } from '../../i18n/report-messages.ts';
import { type Language, type Message, type MessageValues, say } from '../../i18n/messages.ts';
import { reportBriefMessages as m } from '../../i18n/report-brief-messages.ts';
import { wordDueAndLeft } from '../../i18n/word-deadline.ts';
import { shortSeal } from '../../journal/seal.ts';
import type { Block, ReportDocument } from '../document.ts';
import { typed } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import { wordsOf } from '../report-words.ts';
import { excerpt, visibleText } from '../visible-text.ts';
import { fieldNames } from '../sections/corrections.ts';
import { writeReport } from '../write-report.ts';
import type { HandoverBrief, StateChange } from './handover-brief.ts';
import type { Since } from './written-since.ts';

/** A brief in words: a heading and lines a part, for paper, screen and telephone. */
export type BriefPart = { readonly title: string; readonly lines: readonly string[] };

/** Longest line of a brief; who wants the rest opens the entry. */
const lineLength = 220;

/** Words a brief, part by part; a part without anything says so. */
export function briefParts(brief: HandoverBrief, model: ReportModel): readonly BriefPart[] {
  const { language, zone } = model;
  const words = wordsOf(model);
  const tell = (message: Message, values: MessageValues = {}) => say(language, message, values);
  const short = (text: string): string => visibleText(excerpt(text, lineLength));
  const entryLine = ({ label, content }: HandoverBrief['entries'][number]): string =>
    [label, words.shortTime(content.at), short(content.text)].join('  ');
  const part = (title: Message, lines: readonly string[]): BriefPart => ({
    title: tell(title),
    lines: lines.length === 0 ? [tell(m.none)] : lines,
  });
  return [
    part(
      m.clocks,
      brief.clocks.map((clock) => clockLine(clock, { zone, nowMs: brief.nowMs }, language)),
    ),
    part(
      m.overdue,
      brief.overdue.map(({ fields }) => dueLine(fields, language, zone)),
    ),
    part(
      m.nextActions,
      brief.next.map((step) => stepLine(step, language, zone)),
    ),
    part(m.openQuestions, brief.questions.map(entryLine)),
    part(
      m.changedStates,
      brief.states.map((change) => stateLine(change, model)),
    ),
    part(
      m.changedEntries,
      brief.changed.map(({ entry, how }) =>
        tell(m[how], { number: entry.label, text: short(entry.content.text) }),
      ),
    ),
    part(m.newEntries, brief.entries.map(entryLine)),
  ];
}

function stateLine(change: StateChange, model: ReportModel): string {
  const { language } = model;
  const field = visibleText(excerpt(nameOf(change, model), 120));
  const value = valueOf(change, model);
  const text =
    value === null
      ? say(language, m.written, { field })
      : say(language, m.field, { field, value: visibleText(excerpt(value, 80)) });
  return change.by === '' ? text : `${text} [${visibleText(excerpt(change.by, 60))}]`;
}

/** What a person calls the thing whose state changed. */
function nameOf({ what, name }: StateChange, model: ReportModel): string {
  const words = wordsOf(model);
  if (what === 'incident') {
    const message = Object.entries(fieldNames).find(([field]) => field === name)?.[1];
    return message === undefined ? name : words.say(message);
  }
  if (what !== 'checklist') return name;
  const items = model.checklists.flatMap(({ phases }) => phases.flatMap((phase) => phase.items));
  const text = items.find(({ item }) => item.id === name)?.item.text[model.language];
  return text === undefined ? name : `${name} ${text}`;
}

/** A state in words; a program's own word where we know none. */
function valueOf({ what, name, value }: StateChange, model: ReportModel): string | null {
  if (value === null) return null;
  const { language } = model;
  const words = wordsOf(model);
  const known = (messages: Readonly<Record<string, Message>>): string => {
    const message = Object.entries(messages).find(([id]) => id === value)?.[1];
    return message === undefined ? value : say(language, message);
  };
  if (what === 'action') return known(actionStateMessages);
  if (what === 'checklist')
    return itemStates.some((state) => state === value)
      ? words.itemState(value as ItemState)
      : value;
  if (what === 'incident' && name === 'status') return known(reportStatusMessages);
  return what === 'incident' && name === 'phase' ? words.phaseName(value) : value;
}

type Due = Pick<ActionFields, 'text' | 'owner' | 'due'>;

function stepLine(step: NextStep, language: Language, zone: string): string {
  if (step.kind === 'action') return dueLine(step.fields, language, zone);
  const { owner, due } = step.setting;
  const text = `${step.item.id} ${step.item.text[language]}`;
  return dueLine({ text, owner, due }, language, zone);
}

function dueLine({ text, owner, due }: Due, language: Language, zone: string): string {
  return say(language, m.action, {
    text: visibleText(excerpt(text ?? '', lineLength)),
    owner: visibleText(excerpt(owner || say(language, m.noOwner), 60)),
    due:
      due == null
        ? say(language, m.noDue)
        : formatInstant(Date.parse(due), { zone, locale: language, style: 'full' }, 'minute'),
  });
}

function clockLine(
  reckoned: ReckonedDeadline,
  moment: { readonly zone: string; readonly nowMs: number },
  language: Language,
): string {
  const clock = visibleText(excerpt(reckoned.deadline.name, lineLength));
  const due = visibleText(excerpt(wordDueAndLeft(reckoned, moment, language), lineLength));
  return say(language, m.clock, { clock, due });
}

/** The two lines above the parts: of what, and since when. */
export function briefHead(brief: HandoverBrief, model: ReportModel): readonly [string, string] {
  const { language, zone } = model;
  const moment = (ms: number) =>
    formatInstant(ms, { zone, locale: language, style: 'full' }, 'minute');
  const since = sinceText(brief.since, language, moment);
  const { running, title } = writeReport({ ...model, sections: [] });
  return [
    `${running.tlpText}  ${say(language, m.title, { title: visibleText(title) })}`,
    say(language, m.since, { since, now: moment(brief.nowMs) }),
  ];
}

function sinceText(since: Since, language: Language, moment: (ms: number) => string): string {
  switch (since.kind) {
    case 'time':
      return moment(since.ms);
    case 'seal':
      return say(language, m.sinceSeal, { seal: shortSeal(since.value) });
    case 'read':
      return say(language, m.sinceRead, { by: visibleText(excerpt(since.by, 60)) });
  }
}

/** The brief as a page to print, with a line for whoever takes over. */
export function briefDocument(brief: HandoverBrief, model: ReportModel): ReportDocument {
  const empty = writeReport({ ...model, sections: [], state: 'released' });
  const [, since] = briefHead(brief, model);
  const blocks = briefParts(brief, model).flatMap(({ title, lines }): readonly Block[] => [
    { kind: 'heading', level: 3, content: [typed(title, model.language)] },
    { kind: 'list', ordered: false, items: lines.map((line) => [typed(line, model.language)]) },
  ]);
  return {
    ...empty,
    sections: [
      {
        id: 'custom-brief',
        number: '',
        title: say(model.language, m.title, { title: empty.title }),
        purpose: '',
        startsPage: false,
        blocks: [
          { kind: 'paragraph', content: [typed(since, model.language)] },
          ...blocks,
          { kind: 'paragraph', content: [typed(say(model.language, m.seal), model.language)] },
        ],
      },
    ],
  };
}
