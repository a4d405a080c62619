/** Where in the text as typed; UTF-16 code units, end exclusive. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A second on one side of a clock change. */
export type GapEdge = {
  readonly utc: string;
  /** What the clock shows, `2021-03-28T01:59:59`. */
  readonly local: string;
  readonly offset: string;
};

/** One of the instants that a local time may mean. */
type TimeOption = { readonly utc: string; readonly offset: string };

/** Part of a date or time that is outside its range. */
export type TimeField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Why a text is not a time that can be recorded. Nothing here is mended by a guess: the writer is asked. */
export type TimeError = TextSpan &
  (
    | { readonly kind: 'empty' }
    /** Nothing at the start reads as a time. */
    | { readonly kind: 'not-a-time' }
    /** A time, then something that does not belong to it. */
    | { readonly kind: 'trailing-text' }
    | { readonly kind: 'out-of-range'; readonly field: TimeField }
    /** Clocks went forward over this local time; `before` and `after` are the seconds on both sides. */
    | {
        readonly kind: 'time-in-gap';
        readonly zone: string;
        readonly before: GapEdge;
        readonly after: GapEdge;
      }
    /** Clocks went back over this local time: it happened twice. */
    | {
        readonly kind: 'time-ambiguous';
        readonly zone: string;
        readonly options: readonly TimeOption[];
      }
    /** A zone abbreviation that stands for several offsets or is also an ordinary word. */
    | { readonly kind: 'zone-unclear'; readonly word: string; readonly offsets: readonly string[] }
    /** `…+09:00[Europe/Berlin]`: that zone never had that offset then. */
    | { readonly kind: 'offset-not-in-zone'; readonly zone: string; readonly offset: string }
    /** `10:00-10:30` may be an interval or a time with an offset. */
    | { readonly kind: 'interval-or-offset' }
    | { readonly kind: 'until-before-start' }
    /** `<` or `>` together with an interval. */
    | { readonly kind: 'open-interval' }
    /** `±20` without a unit. */
    | { readonly kind: 'width-without-unit' }
  );
