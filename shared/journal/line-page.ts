import type { SignedLine } from './envelope.ts';

/** A line as it lies in its feed, without its newline, and its hash. */
export type LineText = { readonly text: string; readonly hash: string };

/**
 * Lines that have been checked as the text of one JSON array of `SignedLine`. A window takes a hundred
 * thousand of them when its database is gone, and a text crosses to it at a tenth of the cost of objects.
 */
export function writeLinePage(lines: readonly LineText[]): string {
  return `[${lines.map(({ text, hash }) => `{"hash":"${hash}",${text.slice(1)}`).join(',')}]`;
}

/** Reads what `writeLinePage` made of checked lines; nothing else may be handed to it. */
export function readLinePage(page: string): readonly SignedLine[] {
  return JSON.parse(page) as readonly SignedLine[];
}
