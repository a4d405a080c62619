import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ValueReading } from '#shared/i18n/word-line-value.ts';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { mostHiddenLines } from '#shared/ipc/opening-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { HiddenLine } from '../transfer/hidden-lines.ts';
import type { TransferWork } from '../transfer/transfer-work.ts';
import { asJob, copyError } from './taken-copy.ts';
import type { WindowNotebook } from './window-notebook.ts';

type OpeningHandlers = Pick<
  IpcHandlers,
  'opening:pick' | 'opening:look' | 'opening:find' | 'opening:write'
>;
type Picked = {
  readonly id: string;
  readonly place: string;
  /** What it hides; undefined before it was looked at. */
  readonly hidden?: readonly HiddenLine[];
  /** The words of each line of that, once somebody has looked for some. */
  readonly said?: Said;
};
type Said = { readonly reading: string; readonly words: readonly string[] };

/** Shows values that a redacted copy of the open notebook hides; paths stay on this side. */
export function openingHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  work: TransferWork,
): OpeningHandlers {
  let picked: Picked | undefined;
  const pickedWith = (id: string) => (picked?.id === id ? picked : undefined);

  return {
    'opening:pick': async () => {
      if (notebook.current() === undefined) return err({ kind: 'no-notebook' });
      const place = await dialogs.chooseBundle();
      if (place === undefined) return err({ kind: 'cancelled' });
      picked = { id: randomUUID(), place };
      return ok({ id: picked.id, name: path.basename(place) });
    },
    'opening:look': async ({ id, key }) => {
      const wanted = pickedWith(id);
      const port = notebook.current();
      if (port === undefined) return err({ kind: 'no-notebook' });
      if (wanted === undefined) return err({ kind: 'not-picked' });
      const { place } = wanted;
      const looked = await asJob(
        notebook.transfers,
        { kind: 'merge', name: path.basename(place) },
        (running) => work.hidden(port.folder, place, { key, ...running }),
      );
      if (!looked.ok)
        return looked.error.kind === 'not-redacted'
          ? err(looked.error)
          : err(copyError(looked.error));
      const { lines, unfit } = looked.value;
      // Another one may have been picked meanwhile.
      if (pickedWith(id) !== undefined) picked = { id, place, hidden: lines };
      return ok({ lines: lines.length, unfit });
    },
    'opening:find': async ({ id, text, language, zone }) => {
      const of = pickedWith(id);
      if (of?.hidden === undefined) return err({ kind: 'not-picked' });
      const { hidden } = of;
      const said = await saidIn({ ...of, hidden }, { language, zone });
      if (pickedWith(id)?.hidden === hidden) picked = { ...of, said };
      const parts = plain(text).split(/\s+/u);
      const found = hidden.filter((_line, index) =>
        parts.every((part) => said.words[index]?.includes(part)),
      );
      const lines = found.slice(0, mostHiddenLines).map(({ values, ...line }) => ({
        ...line,
        values: values.map((one) => ({ ...one })),
      }));
      return ok({ total: found.length, lines });
    },
    'opening:write': async ({ id, shown }) => {
      if (pickedWith(id)?.hidden === undefined) return err({ kind: 'not-picked' });
      const before = notebook.current();
      if (before === undefined) return err({ kind: 'no-notebook' });
      // The notebook's own name may say what is hidden.
      const name = `opening-${before.describe().notebook.slice(0, 8)}`;
      const place = await dialogs.chooseOpeningPlace(name);
      if (place === undefined) return err({ kind: 'cancelled' });
      const { folder } = notebook.current() ?? before;
      const written = await work.open(folder, { shown, out: place });
      if (written.ok) return ok({ place, ...written.value });
      const { error } = written;
      if (error.kind === 'too-large' || error.kind === 'disk-full') return err(error);
      if (error.kind === 'out-exists') return err({ kind: 'out-exists', place });
      return error.kind === 'out-failed'
        ? err({ kind: 'out-failed', place, detail: error.detail })
        : err({ kind: 'not-there' });
    },
  };
}

/** What can be looked for in each line: a copy hides many, and each sign that is typed looks anew. */
async function saidIn(
  { hidden, said }: Pick<Picked, 'said'> & { readonly hidden: readonly HiddenLine[] },
  { language, zone }: ValueReading,
): Promise<Said> {
  const reading = `${language} ${zone}`;
  if (said?.reading === reading) return said;
  // Nobody waits for the catalogues while the window opens.
  const { wordHiddenLine } = await import('#shared/i18n/word-hidden-line.ts');
  const words = hidden.map((line) => plain(wordHiddenLine(line, { language, zone })));
  return { reading, words };
}

/** Case and width make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
