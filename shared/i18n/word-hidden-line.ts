import { type ValueReading, wordInstant, wordLineValue } from './word-line-value.ts';
import { wordHiddenPlace } from './word-redaction.ts';

/** A line of which a redacted copy hides something. */
type HiddenLine = {
  readonly type: string;
  readonly wall: number;
  readonly by: string;
  readonly gist: string;
  readonly values: readonly { readonly at: string; readonly value: unknown }[];
};

/** All that a person can look for in such a line: what is shown of it, in the words in which it is shown. */
export function wordHiddenLine(line: HiddenLine, reading: ValueReading): string {
  const { type, wall, by, gist, values } = line;
  const { language } = reading;
  // The time is shown to the second.
  const when = wordInstant(wall - (wall % 1_000), reading);
  const said = values.flatMap(({ at, value }) => [
    wordHiddenPlace({ type, at }, language),
    wordLineValue({ type, at, value }, reading),
  ]);
  return [when, by, gist, ...said].join('\n');
}
