import { setTimeout as wait } from 'node:timers/promises';
import { foldName } from '#shared/domain/fold-name.ts';
import { searchWords } from '#shared/domain/text-search.ts';
import type { Job } from '#shared/ipc/contract.ts';
import type { RowQuery, RowsFound } from '#shared/ipc/log-contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { LogFileError } from '../import/log-file.ts';
import { PlaceSet } from '../import/place-set.ts';
import type { RowIndex, StoredRow } from '../import/row-index.ts';
import { countSelected, type SelectedSource, selectRows } from '../import/selected-rows.ts';
import { daysOfRows, ranksBefore } from '../import/row-times.ts';
import type { RowSource } from '../import/source-rows.ts';
import { byTrueTime, rowByTrueTime } from '../import/true-time.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
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
type Search = {
  readonly number: number;
  readonly sources: readonly SelectedSource[];
  readonly aheadMs: RowQuery['aheadMs'];
  readonly abort: AbortController;
  done: boolean;
  /** What the system said when the search could not go on. */
  failed?: string;
};

type OpenError = LogFileError | { readonly kind: 'no-such-row' };

/** The rows of one notebook's imported logs, and the one search that its window shows. */
export type LogRows = {
  /** Opens a source's rows, building a missing index first. */
  readonly open: (id: string) => Promise<Result<OpenedSource, OpenError>>;
  /** Begins a search over opened sources; resolves when something is found, at the end, or soon. */
  readonly search: (query: RowQuery) => Promise<RowsFound>;
  /** Rows of the search from a place on; undefined when it is not the one any more. */
  readonly page: (
    search: number,
    place: number,
    limit: number,
  ) =>
    | readonly {
        readonly source: string;
        /** Its time is the true one. */
        readonly row: StoredRow;
        /** What the source's clock showed, in microseconds, where that is another time. */
        readonly showed?: number;
      }[]
    | undefined;
  /** How many rows of the search come before each of these times; undefined when it is not the one any more. */
  readonly ranks: (search: number, times: Float64Array) => Promise<Uint32Array | undefined>;
  /** The days that its rows lie in; undefined when it is not the one any more. */
  readonly days: (
    search: number,
    zone: string,
  ) => Promise<Awaited<ReturnType<typeof daysOfRows>> | undefined>;
  readonly cancel: (job: string) => void;
  /** Stops what runs and lets go of all files. */
  readonly close: () => Promise<void>;
};

export function createLogRows(options: {
  readonly notebook: Pick<NotebookPort, 'rowSources' | 'openRows'>;
  readonly jobs: FileJobs;
  readonly onFound: (found: RowsFound) => void;
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

  const run = async (
    search: Search,
    words: readonly string[],
    hosts: ReadonlySet<string>,
    onSome: () => void,
  ) => {
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
      const isWanted =
        hosts.size === 0 ? anyRow : source.index.hostTest((host) => hosts.has(foldName(host)));
      for await (const rows of source.index.search(words, { signal: search.abort.signal })) {
        for (const row of rows) {
          if (!isWanted(row)) continue;
          const place = placeOf[row] ?? 0;
          if (place >= first && place < end) places.add(place);
        }
        if (Date.now() - toldAt >= foundEveryMs && countSelected(search.sources) > 0) tell();
      }
    }
    search.done = true;
    tell();
  };

  /** Asks something of a search; undefined when another one takes its place meanwhile. */
  const ofCurrent = async <T>(number: number, ask: (search: Search) => Promise<T>) => {
    const search = current?.number === number ? current : undefined;
    if (search === undefined) return undefined;
    try {
      return await ask(search);
    } catch (error) {
      if (search.abort.signal.aborted) return undefined;
      throw error;
    }
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
    search: async ({ words, sources, from, to, hosts, aheadMs }) => {
      endSearch();
      const wanted = searchWords(words);
      const isWhole = wanted.length === 0 && hosts.length === 0;
      const chosen = [...opened.values()].filter(
        ({ source }) => sources.length === 0 || sources.includes(source.id),
      );
      last += 1;
      const search: Search = {
        number: last,
        sources: chosen.map(({ source, index }) => ({
          id: source.id,
          ...inTrueTime(index, aheadMs[source.id] ?? 0, from, to),
          places: isWhole ? undefined : new PlaceSet(index.rows),
        })),
        aheadMs,
        abort: new AbortController(),
        done: isWhole,
      };
      current = search;
      if (!search.done) {
        const { promise, resolve } = promised<void>();
        const { signal } = search.abort;
        run(search, wanted, new Set(hosts.map(foldName)), () => resolve())
          .catch((error: unknown) => {
            if (signal.aborted) return;
            if (systemCode(error) === undefined) options.onBug(error);
            search.done = true;
            search.failed = systemDetail(error);
            options.onFound(foundBy(search));
          })
          .finally(() => resolve());
        await Promise.race([promise, wait(replyWithinMs, undefined, { ref: false })]);
      }
      return foundBy(search);
    },
    page: (number, place, limit) => {
      if (current?.number !== number) return undefined;
      const { aheadMs } = current;
      return selectRows(current.sources, place, limit).map(({ source, row }) => {
        const stored = indexOf(opened, source).row(row);
        return { source, ...rowByTrueTime(stored, aheadMs[source] ?? 0) };
      });
    },
    ranks: (number, times) =>
      ofCurrent(number, ({ sources, abort }) => ranksBefore(sources, times, abort.signal)),
    days: (number, zone) =>
      ofCurrent(number, ({ sources, abort }) => daysOfRows(sources, zone, abort.signal)),
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

function foundBy({ number, sources, done, failed }: Search): RowsFound {
  const found = { search: number, count: countSelected(sources), done };
  return failed === undefined ? found : { ...found, failed };
}

/**
 * The rows of a source by true time, and where those between two instants stand; without any, rows without a time
 * are there too.
 */
function inTrueTime(
  index: RowIndex,
  aheadMs: number,
  from: number | null,
  to: number | null,
): Pick<SelectedSource, 'index' | 'first' | 'end'> {
  const shifted = byTrueTime(index, aheadMs);
  const places =
    from === null && to === null
      ? { first: 0, end: index.rows }
      : shifted.placesBetween(from ?? -Infinity, to ?? Infinity);
  return { index: shifted, ...places };
}

function anyRow(): boolean {
  return true;
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
