import type { ShownConflict } from '#shared/application/show-conflicts.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { fieldName, whatName } from '#shared/i18n/word-conflict.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { currentFields, type FieldRegisters } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import type { SmallCollection } from '../../data/record-tables.ts';
import { useSession } from '../../data/session-context.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { deviceName } from './device-name.ts';

/** What is named by one of its own fields; the compiler asks for what is new. */
type Named = Exclude<
  ShownConflict['what'],
  | 'incident'
  | 'entry'
  | 'withdrawal'
  | 'checklist-item'
  | 'source-clock'
  | 'coverage'
  | 'question'
  | 'device'
  | 'evidence'
>;

const collections: Readonly<Record<Named, SmallCollection>> = {
  system: 'assets',
  account: 'accounts',
  service: 'services',
  contact: 'contacts',
  movement: 'movements',
  indicator: 'indicators',
  action: 'actions',
  filter: 'filters',
  path: 'paths',
  course: 'courses',
  lesson: 'lessons',
  review: 'reviews',
  minute: 'minutes',
  decision: 'decisions',
  authority: 'authorities',
  deadline: 'deadlines',
};

/** What is disputed, in words: a field of a thing by its name, or the thing itself. */
export function useConflictTitle({ what, id }: Pick<ShownConflict, 'what' | 'id'>): string {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const word = whatName(what, language);
  if (what === 'incident') return say(m.conflictIncident, { field: fieldName(id, language) });
  if (what === 'entry' || what === 'withdrawal') return word;
  const at = id.lastIndexOf('/');
  const thing = at < 0 ? id : id.slice(0, at);
  const field = at < 0 ? undefined : id.slice(at + 1);
  const device = what === 'device' ? session.get('feeds', thing) : undefined;
  const name =
    device === undefined ? thingName(session, what, thing, language) : deviceName(say, device);
  if (field === undefined) return say(m.conflictOf, { what: word, name });
  return say(m.conflictField, { what: word, name, field: fieldName(field, language) });
}

function thingName(
  session: NotebookSession,
  what: ShownConflict['what'],
  id: string,
  language: Language,
): string {
  if (what === 'source-clock') return visibleText(session.get('sources', id)?.source?.name ?? id);
  if (what === 'evidence') return visibleText(session.get('evidence', id)?.item?.no ?? id);
  if (what === 'checklist-item')
    return session.get('checklists', id)?.checklist?.title[language] ?? id;
  const collection = Object.hasOwn(collections, what) ? collections[what as Named] : undefined;
  const record = collection && session.get(collection, id);
  if (record === undefined || !('fields' in record)) return visibleText(id);
  const fields = currentFields(record.fields as FieldRegisters<Readonly<Record<string, unknown>>>);
  const name =
    fields['name'] ??
    fields['value'] ??
    fields['text'] ??
    fields['title'] ??
    fields['question'] ??
    fields['holder'];
  return visibleText(typeof name === 'string' ? name : id.slice(0, 8));
}
