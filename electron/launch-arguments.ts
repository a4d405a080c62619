import path from 'node:path';

/** What the program was started for. */
export type Launch =
  | { readonly kind: 'window'; readonly folder?: string }
  | { readonly kind: 'command-line'; readonly args: readonly string[] }
  | { readonly kind: 'print'; readonly folder: string };

const printSwitch = '--kiroku-print=';
const asksForHelp = (text: string) => text === '--help' || text === '-h';
const notebookName = /\.kiroku[/\\]?$/u;

/**
 * Reads the arguments of the process. Chromium's own switches stand before the first word. A folder
 * named like a notebook opens in a window; any other word is a verb of the command line, which says
 * in a sentence when it does not know it.
 */
export function readLaunch(
  argv: readonly string[],
  options: {
    /** True when the first word is the application's folder (Electron's default application). */
    readonly hasAppFolder: boolean;
    readonly workingFolder: string;
  },
): Launch {
  const rest = argv.slice(1);
  const words = rest.flatMap((text, index) => (text.startsWith('-') ? [] : [index]));
  const first = words[options.hasAppFolder ? 1 : 0];
  const print = rest.slice(0, first).find((text) => text.startsWith(printSwitch));
  if (print !== undefined) {
    const folder = path.resolve(options.workingFolder, print.slice(printSwitch.length));
    return { kind: 'print', folder };
  }
  const word = first === undefined ? undefined : rest[first];
  if (first === undefined || word === undefined)
    return rest.some(asksForHelp) ? { kind: 'command-line', args: ['--help'] } : { kind: 'window' };
  if (!notebookName.test(word)) return { kind: 'command-line', args: rest.slice(first) };
  return { kind: 'window', folder: path.resolve(options.workingFolder, word) };
}
