import type { SignedLine } from '#shared/journal/envelope.ts';
import { fold, type NotebookState } from '#shared/journal/fold.ts';
import type { OpenNotebook } from './open-notebook.ts';

const pageLines = 5_000;

/** Reads every line of an open notebook and folds them. */
export async function readState(
  notebook: Pick<OpenNotebook, 'readLines'>,
  wanted: (line: SignedLine) => boolean = () => true,
): Promise<NotebookState> {
  const lines: SignedLine[] = [];
  const after: Record<string, number> = {};
  for (;;) {
    const page = await notebook.readLines(after, pageLines);
    for (const line of page.lines) {
      after[line.p.feed] = line.p.seq;
      if (wanted(line)) lines.push(line);
    }
    if (page.end) return fold(lines);
  }
}
