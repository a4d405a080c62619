import { basisNames, confidenceNames } from '../entry-certainty.ts';
import { entryKindNames } from '../entry-kind.ts';
import type { EntryLink } from '../entry.ts';
import { stageNumber } from '../kill-chain.ts';
import { writeEntryTime } from '../time/write-time.ts';
import type { EntryDraft } from './entry-draft.ts';
import { needsNameBefore } from './entry-text.ts';
import { defaultEntryKind } from './parse-entry-line.ts';
import { scanMark } from './scan-mark.ts';
import { isSpace, scanWord } from './scan-word.ts';
import { scanLineTime } from './scan-line-time.ts';

const signs = { host: '@', tag: '#', account: '&', source: '$' } as const;
const linkSigns: Readonly<Record<EntryLink['type'], string>> = {
  caused: '>',
  'same-event': '=',
  answers: '?',
};

/** Writes a name as a token, in quotation marks where it would not be read whole without them. */
export function writeName(kind: keyof typeof signs, name: string): string {
  const sigil = signs[kind];
  const { form, tokenEnd } = scanWord(`${sigil}${name}`, 0);
  const isWhole =
    form !== undefined &&
    'name' in form &&
    form.name === name &&
    tokenEnd === name.length + sigil.length;
  return `${sigil}${isWhole ? name : `"${name.replaceAll('"', '""')}"`}`;
}

/** Puts a backslash before every word that would be read as a token. */
function escapeWords(text: string, soughtBefore: number): string {
  let sought = soughtBefore;
  let escaped = '';
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) {
      escaped += text[at];
      at += 1;
      continue;
    }
    const word = scanMark(text, at, sought);
    if (word.sought) sought += 1;
    escaped += `${word.form === undefined ? '' : '\\'}${text.slice(at, word.end)}`;
    at = word.end;
  }
  return escaped;
}

/** Keeps a text's first words from being read as a time, or as more of the time before it. */
function escapeTime(text: string, escaped: string, time: string): string {
  if (escaped.length > text.length && escaped.startsWith('\\') && scanMark(text, 0, 0).form) {
    return escaped;
  }
  const core = text.slice(scanWord(text, 0).start, 400);
  const head = time === '' ? '' : `${time} `;
  const found = scanLineTime(`${head}${core}`, 0);
  const isMore =
    time === '' ? found !== undefined : found?.kind !== 'phrase' || found.end > time.length;
  return isMore ? `\\${escaped}` : escaped;
}

/**
 * Writes a draft as a line that reads back as the same draft (a time's `text` aside, which becomes the
 * absolute form).
 *
 * Time, when it was noticed, then names, then marks without a word of their own, then the text: names in
 * front never leave a word in the text, whatever the text is.
 */
export function writeEntryLine(
  draft: EntryDraft,
  context: {
    /** The zone in which the line will be read. */
    readonly zone: string;
  },
): string {
  const time = draft.at ? writeEntryTime(draft.at, context.zone) : '';
  const noticed = draft.noticed ? [`noticed:${writeEntryTime(draft.noticed, context.zone)}`] : [];
  const names = [
    ...draft.hosts.map((host) => writeName('host', host)),
    ...draft.tags.map((tag) => writeName('tag', tag)),
    ...draft.accounts.map((account) => writeName('account', account)),
  ];
  const marks = [
    ...draft.stages.map((stage) => `!${stageNumber(stage) ?? stage}`),
    ...draft.techniques.map((id) => `/${id}`),
    ...draft.evidence.map(({ no }) => `^${no}`),
    ...(draft.source ? [writeName('source', draft.source.name)] : []),
    ...(draft.logSource === undefined ? [] : [writeName('source', draft.logSource)]),
    ...draft.links.map(({ type, entry }) => `${linkSigns[type]}#${entry.no}`),
    ...(draft.confidence ? [`:${confidenceNames[draft.confidence].en[0]}`] : []),
    ...(draft.basis ? [`:${basisNames[draft.basis].en[0]}`] : []),
    ...(draft.starred ? ['*'] : []),
  ];
  // A particle would hold on to the name before it, and a time would go on into the text.
  const isAdjacent =
    marks.length === 0 && (names.length > 0 ? needsNameBefore(draft.text) : noticed.length > 0);
  if (draft.kind === 'question') marks.push('?');
  else if (draft.kind !== defaultEntryKind(draft) || isAdjacent) {
    marks.push(`:${entryKindNames[draft.kind].en[0] ?? draft.kind}`);
  }
  const tokens = [...noticed, ...names, ...marks];
  const escaped = escapeWords(draft.text, noticed.length);
  const text = tokens.length === 0 ? escapeTime(draft.text, escaped, time) : escaped;
  return [time, ...tokens, text].filter((part) => part !== '').join(' ');
}
