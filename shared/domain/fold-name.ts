import { foldText } from './text-search.ts';

const foldedNames = new Map<string, string>();
const mostNames = 50_000;

/** A name as names are compared: whoever wrote `DC01` and whoever wrote `dc01` meant the same machine. */
export function foldName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  if (foldedNames.size >= mostNames) foldedNames.clear();
  const folded = foldText(name);
  foldedNames.set(name, folded);
  return folded;
}
