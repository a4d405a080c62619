import { useEffect, useRef } from 'react';
import { stageNames } from '#shared/catalogue/kill-chain.ts';
import { entrySearchText } from '#shared/domain/entry-match.ts';
import { changedRows } from '../../data/changed-rows.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** Everything of an entry that search looks at, folded; made once for each row. */
export function searchTextOf(row: TimelineRow): string {
  row.searched.text ??= entrySearchText(row, stageNames);
  return row.searched.text;
}

/** Rows whose texts are looked through as one; also between two looks at the clock. */
export const rowsOfABlock = 256;
/** Words are cut at white space, so that none is found across it. */
const betweenTexts = '\n';

/** Texts of some rows, each with the end of its own: one long text is looked through several times faster than many. */
type TextBlock = { readonly text: string; readonly ends: Uint32Array };

const blocksOf = new WeakMap<readonly TimelineRow[], (TextBlock | undefined)[]>();

function blockAt(rows: readonly TimelineRow[], index: number): TextBlock {
  const blocks = blocksOf.get(rows) ?? [];
  blocksOf.set(rows, blocks);
  return (blocks[index] ??= makeBlock(
    rows.slice(index * rowsOfABlock, (index + 1) * rowsOfABlock),
  ));
}

function makeBlock(rows: readonly TimelineRow[]): TextBlock {
  const text = rows.map(searchTextOf).join(betweenTexts);
  const ends = new Uint32Array(rows.length);
  let start = 0;
  for (const [at, row] of rows.entries()) {
    const end = start + searchTextOf(row).length;
    ends[at] = end;
    // A part of the whole, so that no letter is kept twice.
    row.searched.text = text.slice(start, end);
    start = end + betweenTexts.length;
  }
  return { text, ends };
}

/** Tells of the row at a place whether it holds every word. */
export function wordsIn(
  rows: readonly TimelineRow[],
  words: readonly string[],
): (at: number) => boolean {
  /** For each row of the block how many of the words, in their order, it holds. */
  let held = new Uint16Array(0);
  let block = -1;
  return (at) => {
    const index = Math.floor(at / rowsOfABlock);
    if (index !== block) held = wordsHeld(blockAt(rows, index), words);
    block = index;
    return held[at % rowsOfABlock] === words.length;
  };
}

function wordsHeld({ text, ends }: TextBlock, words: readonly string[]): Uint16Array<ArrayBuffer> {
  const held = new Uint16Array(ends.length);
  for (const [before, word] of words.entries()) {
    let row = 0;
    for (let at = text.indexOf(word); at >= 0;) {
      while ((ends[row] ?? Infinity) < at) row += 1;
      if (held[row] === before) held[row] = before + 1;
      // Once is enough.
      at = text.indexOf(word, (ends[row] ?? text.length) + 1);
    }
  }
  return held;
}

/** Left of an idle moment for whatever comes next, in ms. */
const restMs = 3;

/** Makes the texts of rows while nothing else is to be done, so that the first search finds them ready. */
export function useReadySearch(rows: readonly TimelineRow[]): void {
  const known = useRef(rows);
  useEffect(() => {
    // What stands before the first change stands in the same blocks.
    const same = Math.floor(changedRows(known.current, rows).from / rowsOfABlock);
    const kept = blocksOf.get(known.current)?.slice(0, same) ?? [];
    blocksOf.set(rows, Object.assign(blocksOf.get(rows) ?? [], kept));
    known.current = rows;
    let index = 0;
    let waiting = 0;
    const work = (idle: IdleDeadline) => {
      for (; index * rowsOfABlock < rows.length; index += 1) {
        if (idle.timeRemaining() <= restMs) {
          waiting = requestIdleCallback(work);
          return;
        }
        blockAt(rows, index);
      }
    };
    waiting = requestIdleCallback(work);
    return () => cancelIdleCallback(waiting);
  }, [rows]);
}
