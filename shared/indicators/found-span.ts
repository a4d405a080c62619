import type { IndicatorFields } from '../domain/indicator.ts';

export type IndicatorType = NonNullable<IndicatorFields['type']>;

/** Something found in the refanged text: its normal form and where it stands. */
export type FoundSpan = {
  readonly type: IndicatorType;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** The text that is searched, what of it is taken already, and how somebody marked it. */
export class SearchedText {
  readonly text: string;
  readonly isDefanged: (start: number, end: number) => boolean;
  readonly found: FoundSpan[] = [];
  readonly #taken: Uint8Array;

  constructor(text: string, isDefanged: (start: number, end: number) => boolean) {
    this.text = text;
    this.isDefanged = isDefanged;
    this.#taken = new Uint8Array(text.length);
  }

  /** Keeps a find, and its piece of the text from every later look. */
  take(span: FoundSpan): void {
    this.found.push(span);
    this.cover(span.start, span.end);
  }

  /** Keeps a piece of the text from every later look: it is understood, and no indicator. */
  cover(start: number, end: number): void {
    // Nearly all pieces are so short that a call of `fill` takes longer.
    for (let at = start; at < end; at += 1) this.#taken[at] = 1;
  }

  readonly isTaken = (at: number): boolean => {
    return this.#taken[at] === 1;
  };
}

/** Signs of Chinese, Japanese and Korean writing, which stand beside other letters without a space. */
export const eastAsian =
  '\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff';
