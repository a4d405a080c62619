import { setImmediate } from 'node:timers/promises';
import { unitAround } from '#shared/domain/time/time-unit.ts';
import { countOf, placeAt, type SelectedSource } from './selected-rows.ts';

/** Times or days between two looks at whether anybody still waits; others get their turn. */
const atOnce = 2_048;
const usPerMs = 1_000;

/** A day of a zone in which rows lie. */
type RowDay = {
  /** Time of its first row, microseconds since 1970. */
  readonly time: number;
  /** Place of that row in the order of time of all wanted rows. */
  readonly place: number;
};

/**
 * How many wanted rows come before each of these times (microseconds since 1970, in order).
 *
 * Each is looked for from the one before it on: as many times as there are rows cost one walk through them.
 */
export async function ranksBefore(
  sources: readonly SelectedSource[],
  times: Float64Array,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const ranks = new Uint32Array(times.length);
  const walks = sources.map((source) => new Walk(source));
  for (let at = 0; at < times.length; at += 1) {
    if (at % atOnce === atOnce - 1) await turn(signal);
    let rank = 0;
    for (const walk of walks) rank += walk.goTo(times[at] ?? Infinity);
    ranks[at] = rank;
  }
  return ranks;
}

/** The days of a zone that rows with a time lie in, in order, the time of the last such row, and how many there are. */
export async function daysOfRows(
  sources: readonly SelectedSource[],
  zone: string,
  signal: AbortSignal,
): Promise<{
  readonly days: readonly RowDay[];
  readonly last: number | null;
  readonly timed: number;
}> {
  const walks = sources.map((source) => new Walk(source));
  const days: RowDay[] = [];
  for (let place = 0; ;) {
    const time = Math.min(...walks.map((walk) => walk.time));
    if (time === Infinity) {
      const last = Math.max(...walks.map((walk) => walk.timeBefore));
      return { days, last: last === -Infinity ? null : last, timed: place };
    }
    days.push({ time, place });
    const { end } = unitAround(Math.floor(time / usPerMs), 'day', zone);
    place = 0;
    for (const walk of walks) place += walk.goTo(end * usPerMs);
    if (days.length % atOnce === 0) await turn(signal);
  }
}

async function turn(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** Goes through the wanted rows of one source in order of time, and never back. */
class Walk {
  readonly #source: SelectedSource;
  readonly #count: number;
  #rank = 0;

  constructor(source: SelectedSource) {
    this.#source = source;
    this.#count = countOf(source);
  }

  /** Time of the row that it has come to; infinite behind the last one with a time. */
  get time(): number {
    return this.#timeAt(this.#rank);
  }

  /** Time of the row before that. */
  get timeBefore(): number {
    return this.#rank === 0 ? -Infinity : this.#timeAt(this.#rank - 1);
  }

  /** Comes to the first row that is not before a time; gives how many are. */
  goTo(time: number): number {
    let low = this.#rank;
    if (this.#timeAt(low) >= time) return low;
    // Steps that grow, then halves of the last one: what is near is found soon.
    let step = 1;
    while (this.#timeAt(low + step) < time) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#count);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#timeAt(middle) < time) low = middle;
      else high = middle;
    }
    this.#rank = high;
    return high;
  }

  #timeAt(rank: number): number {
    if (rank >= this.#count) return Infinity;
    return this.#source.index.timeInOrder(placeAt(this.#source, rank));
  }
}
