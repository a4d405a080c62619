import type { TextSpan } from './time-error.ts';

/** A calendar day, perhaps without its year or month. */
type DayPart = TextSpan & {
  readonly kind: 'day';
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
};
type MonthPart = TextSpan & {
  readonly kind: 'month';
  readonly year: number;
  readonly month: number;
};
/** Today is 0, yesterday -1. */
type RelativeDayPart = TextSpan & { readonly kind: 'relative-day'; readonly days: number };
export type DatePart = DayPart | MonthPart | RelativeDayPart;

type ClockPrecision = 'millisecond' | 'second' | 'minute' | 'hour';

export type ClockPart = TextSpan & {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly half?: 'am' | 'pm';
  readonly precision: ClockPrecision;
};

export type ZonePart = TextSpan &
  (
    | {
        readonly kind: 'zone';
        readonly zone: string;
        /** The offset that stands before a zone in brackets. */ readonly offsetMs?: number;
      }
    | { readonly kind: 'unclear'; readonly word: string; readonly offsets: readonly string[] }
    | { readonly kind: 'interval-or-offset' }
  );

/** One point of time as typed, before anybody knows what day it is. */
export type Moment = TextSpan &
  (
    | { readonly kind: 'now' }
    | {
        readonly kind: 'ago';
        readonly ms: number;
        readonly precision: 'second' | 'minute' | 'day' | 'millisecond';
      }
    | {
        readonly kind: 'local';
        readonly date?: DatePart;
        readonly clock?: ClockPart;
        readonly zone?: ZonePart;
      }
  );

/** What was typed, taken apart; nothing in it has been checked against a calendar or a zone. */
export type TimePhrase = TextSpan &
  (
    | { readonly kind: 'unknown' }
    | {
        readonly kind: 'time';
        readonly relation: 'at' | 'before' | 'after';
        readonly isApproximate: boolean;
        readonly from: Moment;
        readonly until?: Moment;
        /** ± as typed in ms; `missing-unit` for `±20`. */
        readonly width?: number | 'missing-unit';
        readonly widthSpan?: TextSpan;
      }
  );
