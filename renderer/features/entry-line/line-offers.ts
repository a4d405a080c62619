import { searchTechniques } from '#shared/catalogue/attack-catalogue.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';
import { basisNames, confidenceNames } from '#shared/domain/entry-certainty.ts';
import { entryKindNames, entryKinds } from '#shared/domain/entry-kind.ts';
import type { Completion } from '#shared/domain/entry-line/complete-entry-line.ts';
import { writeName } from '#shared/domain/entry-line/write-entry-line.ts';
import { foldText } from '#shared/domain/text-search.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { namesInUse } from '../../records/names-in-use.ts';

/** A suggestion: what it puts into the line, and what is shown. */
export type LineOffer = {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  readonly stage?: string;
};

const most = 8;
const longestLabel = 80;

/** What may be meant, from what the notebook holds and what the catalogues know; the likeliest first. */
export function offersFor(
  completion: Completion,
  session: NotebookSession,
  language: Language,
  /** The first character of what is completed. */
  sign: string,
): readonly LineOffer[] {
  const { kind, query } = completion;
  const wanted = foldText(query);
  const fits = (...names: readonly string[]) =>
    names.some((name) => foldText(name).includes(wanted));
  switch (kind) {
    case 'host':
    case 'tag':
    case 'account':
      return namesInUse(
        session,
        ({ host: 'hosts', tag: 'tags', account: 'accounts' } as const)[kind],
      )
        .filter(([name]) => fits(name) && name !== query)
        .slice(0, most)
        .map(([name, count]) => ({
          insert: writeName(kind, name),
          label: name,
          detail: count === 0 ? '' : `× ${count}`,
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
      return [
        ...entryKinds.map((each) => entryKindNames[each]),
        ...Object.values(confidenceNames),
        ...Object.values(basisNames),
      ]
        .filter(({ en, ja }) => fits(...en, ...ja))
        .map((names) => names[language][0] ?? names.en[0] ?? '')
        .map((name) => ({ insert: `:${name}`, label: name, detail: '' }));
    case 'source':
      return [...sourceOffers(session, fits), ...logOffers(language, fits)].slice(0, most);
    case 'link':
      return linkOffers(session, sign, query);
  }
}

type Fits = (...names: readonly string[]) => boolean;

function sourceOffers(session: NotebookSession, fits: Fits): readonly LineOffer[] {
  return session
    .list('sources')
    .flatMap(({ source }) => (source !== undefined && fits(source.name) ? [source.name] : []))
    .map((name) => ({ insert: writeName('source', name), label: name, detail: '' }));
}

function logOffers(language: Language, fits: Fits): readonly LineOffer[] {
  return killChain.logSources
    .filter(({ id, name }) => fits(id, name.en, name.ja))
    .map(({ id, name }) => ({ insert: `$${id}`, label: name[language], detail: `$${id}` }));
}

/** Entries by the beginning of their number, or by words of their text; the latest written first. */
function linkOffers(session: NotebookSession, sign: string, query: string): readonly LineOffer[] {
  const wanted = foldText(query.slice(1));
  const isNumber = /^\d*$/.test(wanted);
  return session.timeline
    .rows()
    .filter(({ number, content }) =>
      isNumber
        ? String(number ?? '').startsWith(wanted)
        : number !== undefined && foldText(content.text).includes(wanted),
    )
    .toSorted((a, b) => b.order.lam - a.order.lam)
    .slice(0, most)
    .map(({ number, content }) => ({
      insert: `${sign}#${number}`,
      label: content.text.slice(0, longestLabel),
      detail: `#${number}`,
    }));
}
