import { foldText } from '#shared/domain/text-search.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { namesInUse } from '../../records/names-in-use.ts';

const mostOffered = 2;
const longestCompared = 40;

/** Tags of the notebook that a new one may be a slip of the finger for; the most used first. */
export function nearTags(session: NotebookSession, tag: string): readonly string[] {
  const typed = foldText(tag);
  const most = typed.length < 4 ? 1 : 2;
  return namesInUse(session, 'tags')
    .map(([name]) => name)
    .filter((name) => isNear(foldText(name), typed, typed.length < 3 ? 0 : most))
    .slice(0, mostOffered);
}

function isNear(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > longestCompared)
    return false;
  return editDistance([...a], [...b]) <= most;
}

/** Characters to add, to take away or to replace until one is the other (Levenshtein). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before = b.map((_, at) => at + 1);
  for (const [row, character] of a.entries()) {
    let left = row + 1;
    let corner = row;
    before = before.map((above, at) => {
      const cost = corner + (b[at] === character ? 0 : 1);
      corner = above;
      left = Math.min(above + 1, left + 1, cost);
      return left;
    });
  }
  return before.at(-1) ?? a.length;
}
