import { setTimeout as wait } from 'node:timers/promises';
import { searchWords } from '#shared/domain/text-search.ts';
import type { Job } from '#shared/ipc/contract.ts';
import type { RowQuery } from '#shared/ipc/log-contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { LogFileError } from '../import/log-file.ts';
import { orderByTrueTime } from '../import/order-by-true-time.ts';
import { PlaceSet } from '../import/place-set.ts';
import type { RowIndex, StoredRow } from '../import/row-index.ts';
import { countSelected, type SelectedSource, selectRows } from '../import/selected-rows.ts';
import type { RowSource } from '../import/source-rows.ts';
import type { FileJobs } from './file-jobs.ts';
import type { NotebookPort } from './notebook-port.ts';

/** A person who types sees something within a tenth of a second, whatever has been found by then. */
const replyWithinMs = 80;
const foundEveryMs = 100;

type OpenedSource = {
  readonly source: RowSource;
  readonly index: RowIndex;
  /** Made with the first search: four bytes a row. */
  places?: Uint32Array;
};
type FoundSoFar = { readonly search: number; readonly count: number; readonly done: boolean };
type Search = {
  readonly number: number;
  readonly sources: readonly (SelectedSource & { readonly aheadUs: number })[];
  readonly abort: AbortController;
  done: boolean;
};

type OpenError = LogFileError | { readonly kind: 'no-such-row' };

/** The rows of one notebook's imported logs, and the one search that its window shows. */
export type LogRows = {
  /** Opens a source's rows, building a missing index first. */
  readonly open: (id: string) => Promise<Result<OpenedSource, OpenError>>;
  /** Begins a search over opened sources; resolves when something is found, at the end, or soon. */
  readonly search: (query: RowQuery) => Promise<FoundSoFar>;
  /** Rows of the search from a place on; undefined when it is not the one any more. */
  readonly page: (
    search: number,
    place: number,
    limit: number,
  ) =>
    | readonly {
        readonly source: string;
        readonly row: StoredRow;
        /** How far the source's clock was ahead, in microseconds. */
        readonly aheadUs: number;
      }[]
    | undefined;
  readonly cancel: (job: string) => void;
  /** Stops what runs and lets go of all files. */
  readonly close: () => Promise<void>;
};

export function createLogRows(options: {
  readonly notebook: Pick<NotebookPort, 'rowSources' | 'openRows'>;
  readonly jobs: FileJobs;
  readonly onFound: (found: FoundSoFar) => void;
  readonly onBug: (error: unknown) => void;
}): LogRows {
  const { notebook, jobs } = options;
  const opened = new Map<string, OpenedSource>();
  const opening = new Map<string, Promise<Result<OpenedSource, OpenError>>>();
  let current: Search | undefined;
  let last = 0;
  let isClosed = false;

  const endSearch = () => {
    current?.abort.abort();
    current = undefined;
  };

  const openSource = async (id: string): Promise<Result<OpenedSource, OpenError>> => {
    const source = (await notebook.rowSources()).find((each) => each.id === id);
    if (source === undefined) return err({ kind: 'no-such-row' });
    const what: Pick<Job, 'kind' | 'name'> = { kind: 'rows', name: source.name };
    const { promise, resolve, reject } = promised<Result<RowIndex, LogFileError>>();
    jobs.start(what, async (how) => {
      try {
        const rows = await notebook.openRows(source, how);
        resolve(rows);
        // Why not is told by the reply; the job has only shown how far it was.
        return rows.ok ? ok(undefined) : err({ kind: 'cancelled' });
      } catch (error) {
        reject(error);
        return err({ kind: 'cancelled' });
      }
    });
    const rows = await promise;
    if (!rows.ok) return rows;
    if (isClosed) {
      rows.value.close();
      return err({ kind: 'cancelled' });
    }
    const there: OpenedSource = { source, index: rows.value };
    opened.set(id, there);
    return ok(there);
  };

  const run = async (search: Search, words: readonly string[], onSome: () => void) => {
    let toldAt = 0;
    const tell = () => {
      toldAt = Date.now();
      onSome();
      options.onFound(foundBy(search));
    };
    for (const { id, places, first, end } of search.sources) {
      const source = opened.get(id);
      if (source === undefined || places === undefined) continue;
      const placeOf = (source.places ??= source.index.placesOfRows());
      for await (const rows of source.index.search(words, { signal: search.abort.signal })) {
        for (const row of rows) {
          const place = placeOf[row] ?? 0;
          if (place >= first && place < end) places.add(place);
        }
        if (Date.now() - toldAt >= foundEveryMs && countSelected(search.sources) > 0) tell();
      }
    }
    search.done = true;
    tell();
  };

  return {
    open: (id) => {
      const there = opened.get(id);
      if (there !== undefined) return Promise.resolve(ok(there));
      const before = opening.get(id);
      if (before !== undefined) return before;
      const asked = openSource(id).finally(() => opening.delete(id));
      opening.set(id, asked);
      return asked;
    },
    search: async ({ words, sources, from, to, aheadMs = {} }) => {
      endSearch();
      const wanted = searchWords(words);
      const chosen = [...opened.values()].filter(
        ({ source }) => sources.length === 0 || sources.includes(source.id),
      );
      last += 1;
      const search: Search = {
        number: last,
        sources: chosen.map(({ source, index: asRead }) => {
          const aheadUs = (aheadMs[source.id] ?? 0) * 1_000;
          const index = orderByTrueTime(asRead, aheadUs);
          const places = wanted.length === 0 ? undefined : new PlaceSet(index.rows);
          return { id: source.id, index, ...stretch(index, from, to), places, aheadUs };
        }),
        abort: new AbortController(),
        done: wanted.length === 0,
      };
      current = search;
      if (!search.done) {
        const { promise, resolve } = promised<void>();
        const { signal } = search.abort;
        run(search, wanted, () => resolve()).catch((error: unknown) => {
          resolve();
          if (!signal.aborted) options.onBug(error);
        });
        await Promise.race([promise, wait(replyWithinMs, undefined, { ref: false })]);
      }
      return foundBy(search);
    },
    page: (number, place, limit) => {
      if (current?.number !== number) return undefined;
      const ahead = new Map(current.sources.map(({ id, aheadUs }) => [id, aheadUs]));
      return selectRows(current.sources, place, limit).map(({ source, row }) => ({
        source,
        row: indexOf(opened, source).row(row),
        aheadUs: ahead.get(source) ?? 0,
      }));
    },
    cancel: jobs.cancel,
    close: async () => {
      isClosed = true;
      endSearch();
      jobs.cancelAll();
      await jobs.settled();
      for (const { index } of opened.values()) index.close();
      opened.clear();
    },
  };
}

function foundBy({ number, sources, done }: Search): FoundSoFar {
  return { search: number, count: countSelected(sources), done };
}

/** Where the rows between two instants stand; without any, rows without a time are there too. */
function stretch(
  index: SelectedSource['index'],
  from: number | null,
  to: number | null,
): { readonly first: number; readonly end: number } {
  if (from === null && to === null) return { first: 0, end: index.rows };
  return index.placesBetween(from ?? -Infinity, to ?? Infinity);
}

function indexOf(opened: ReadonlyMap<string, OpenedSource>, id: string): RowIndex {
  const source = opened.get(id);
  if (source === undefined) throw new Error(`source ${id} is not open`);
  return source.index;
}

function promised<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}
