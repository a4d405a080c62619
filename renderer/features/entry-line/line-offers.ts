import { searchTechniques } from '#shared/catalogue/attack-catalogue.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';
import { entryKindNames, entryKinds } from '#shared/domain/entry-kind.ts';
import type { Completion } from '#shared/domain/entry-line/complete-entry-line.ts';
import { writeName } from '#shared/domain/entry-line/write-entry-line.ts';
import { foldText } from '#shared/domain/text-search.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';

/** A suggestion: what it puts into the line, and what is shown. */
export type LineOffer = {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  readonly stage?: string;
};

const most = 8;

/** What may be meant, from what the notebook holds and what the catalogues know; the likeliest first. */
export function offersFor(
  completion: Completion,
  session: NotebookSession,
  language: Language,
): readonly LineOffer[] {
  const { kind, query } = completion;
  const wanted = foldText(query);
  const fits = (...names: readonly string[]) =>
    names.some((name) => foldText(name).includes(wanted));
  switch (kind) {
    case 'host':
    case 'tag':
      return namesInUse(session, kind === 'host' ? 'hosts' : 'tags')
        .filter(([name]) => fits(name) && name !== query)
        .slice(0, most)
        .map(([name, count]) => ({
          insert: writeName(kind, name),
          label: name,
          detail: `× ${count}`,
        }));
    case 'stage':
      return killChain.stages
        .filter(({ order, name, enAlt, jaAlt }) =>
          fits(String(order), name.en, name.ja, ...enAlt, ...jaAlt),
        )
        .map(({ id, order, name }) => ({
          insert: `!${order}`,
          label: name[language],
          detail: '',
          stage: id,
        }));
    case 'technique':
      return searchTechniques(query, most).map(({ id, name, parentName }) => ({
        insert: `/${id}`,
        label: parentName === undefined ? name : `${parentName}: ${name}`,
        detail: id,
      }));
    case 'evidence':
      return session
        .list('evidence')
        .flatMap(({ item }) => (item !== undefined && fits(item.no, item.name) ? [item] : []))
        .slice(-most)
        .map(({ no, name }) => ({ insert: `^${no}`, label: name, detail: no }));
    case 'kind':
      return entryKinds
        .map((each) => entryKindNames[each])
        .filter(({ en, ja }) => fits(...en, ...ja))
        .map((names) => names[language][0] ?? names.en[0] ?? '')
        .map((name) => ({ insert: `:${name}`, label: name, detail: '' }));
  }
}

type Names = readonly (readonly [string, number])[];
/** Counted once for each state of the timeline, not for each key. */
const countedNames = {
  hosts: new WeakMap<readonly TimelineRow[], Names>(),
  tags: new WeakMap<readonly TimelineRow[], Names>(),
};

/** Hosts or tags of the notebook with how often they stand in it, the most used first. */
function namesInUse(session: NotebookSession, field: 'hosts' | 'tags'): Names {
  const rows = session.timeline.rows();
  const known = countedNames[field].get(rows);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { content } of rows)
    for (const name of content[field]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].toSorted(([, a], [, b]) => b - a);
  countedNames[field].set(rows, names);
  return names;
}
