import { useEffect, useState, useSyncExternalStore } from 'react';
import { ipcEventContract } from '#shared/ipc/contract.ts';
import type { PageError, RowQuery, RowsFound, ShownRow } from '#shared/ipc/log-contract.ts';
import type { Desktop } from './desktop-bridge.ts';

const rowsOfAPage = 100;
/** A list that is scrolled for hours must not fill the memory. */
const mostPages = 200;

const nothing: RowsFound = { search: 0, count: 0, done: false };

/** Why rows cannot be shown: a disk that fails, or a notebook that is no longer open. */
export type RowsProblem = Exclude<PageError, { readonly kind: 'ended' }>;

/** The rows that a query wants, page by page as they are looked at; the search may still go on. */
export class RowSearch {
  readonly #desktop: Desktop;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #query: RowQuery | undefined;
  #found = nothing;
  /** Told of before the reply that names the search. */
  #early = nothing;
  #asked = 0;
  #pages = new Map<number, readonly ShownRow[]>();
  /** How many rows had been found when a page was asked for: more may have come in between. */
  #pageAskedAt = new Map<number, number>();
  #problem: RowsProblem | undefined;
  #version = 0;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
    this.#stop = desktop.subscribe('rows:found', (payload) => {
      const found = ipcEventContract['rows:found'].parse(payload);
      if (found.search > this.#found.search) this.#early = found;
      else if (found.search === this.#found.search) this.#take(found);
    });
  }

  get found(): RowsFound {
    return this.#found;
  }

  /** What the found rows were asked for; undefined before the first are known. */
  get query(): RowQuery | undefined {
    return this.#query;
  }

  /** Why a page, or the search itself, came to nothing; until something else is asked. */
  get problem(): RowsProblem | undefined {
    return this.#problem;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another number after every change. */
  readonly version = (): number => this.#version;

  /** Looks for other rows; what was looked for before is forgotten when the first of these are known. */
  async ask(query: RowQuery): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const reply = await this.#desktop['rows:search'](query);
    if (asked !== this.#asked) return;
    this.#pages = new Map();
    this.#pageAskedAt = new Map();
    this.#query = query;
    this.#problem = undefined;
    if (!reply.ok) return this.#fail({ kind: 'no-notebook' });
    const { search } = reply.value;
    this.#take(this.#early.search === search ? this.#early : reply.value);
  }

  row(place: number): ShownRow | undefined {
    return this.#pages.get(Math.floor(place / rowsOfAPage))?.[place % rowsOfAPage];
  }

  /** Gets the rows of these places, if they are not here as they stand now. */
  need(first: number, end: number): void {
    const { search, count } = this.#found;
    if (search === 0) return;
    const last = Math.min(end, count) - 1;
    for (let page = Math.floor(first / rowsOfAPage); page * rowsOfAPage <= last; page += 1)
      if (this.#pageAskedAt.get(page) !== count) void this.#load(search, page, count);
  }

  /** The row of a place, got if need be; undefined when there is none. */
  async rowAt(place: number): Promise<ShownRow | undefined> {
    const here = this.row(place);
    if (here !== undefined || place >= this.#found.count) return here;
    await this.#load(this.#found.search, Math.floor(place / rowsOfAPage), this.#found.count);
    return this.row(place);
  }

  stop(): void {
    this.#stop();
    this.#asked += 1;
  }

  async #load(search: number, page: number, count: number): Promise<void> {
    this.#pageAskedAt.set(page, count);
    const request = { search, place: page * rowsOfAPage, limit: rowsOfAPage };
    const reply = await this.#desktop['rows:page'](request);
    if (search !== this.#found.search) return;
    if (!reply.ok) {
      // It stands as asked for: a disk that fails is not asked again and again.
      if (reply.error.kind !== 'ended') this.#fail(reply.error);
      return;
    }
    this.#pages.delete(page);
    this.#pages.set(page, reply.value.rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
      this.#pageAskedAt.delete(oldest);
    }
    this.#changed();
  }

  #take(found: RowsFound): void {
    this.#found = found;
    if (found.failed !== undefined) this.#fail({ kind: 'read-failed', detail: found.failed });
    else this.#changed();
  }

  #fail(problem: RowsProblem): void {
    this.#problem = problem;
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** A search of one view, and a number that changes with everything it finds; undefined until it is `on`. */
export function useRowSearch(
  desktop: Desktop,
  on = true,
): readonly [search: RowSearch | undefined, version: number] {
  const [search, setSearch] = useState<RowSearch>();
  useEffect(() => {
    if (!on) return undefined;
    const made = new RowSearch(desktop);
    setSearch(made);
    return () => {
      made.stop();
      setSearch(undefined);
    };
  }, [desktop, on]);
  const version = useSyncExternalStore(
    search?.subscribe ?? subscribeToNothing,
    search?.version ?? alwaysZero,
  );
  return [search, version];
}

function subscribeToNothing(): () => void {
  return () => {};
}

function alwaysZero(): number {
  return 0;
}
