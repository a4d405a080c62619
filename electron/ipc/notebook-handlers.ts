import { rm } from 'node:fs/promises';
import { type IncidentError, startIncident } from '#shared/application/incident.ts';
import type { IpcHandlers, OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { writeLinePage } from '#shared/journal/line-page.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { RecentNotebooks } from '../recent-notebooks.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import type { SettingsStore } from '../settings.ts';
import type { NotebookOpener } from './notebook-port.ts';
import { freeNotebookFolder } from './notebook-folder-name.ts';
import type { WindowNotebook } from './window-notebook.ts';

type NotebookHandlers = Pick<
  IpcHandlers,
  | 'notebook:recent'
  | 'notebook:create'
  | 'notebook:open'
  | 'notebook:example'
  | 'notebook:close'
  | 'notebook:lines'
  | 'notebook:append'
  | 'notebook:verify'
>;
const newId = () => randomHex(16);

type Opened = Result<OpenedNotebook, OpenError>;

/** What the program writes by itself, with facts that a page cannot know. */
const notFromThePage: ReadonlySet<string> = new Set([
  'feed.open',
  'key.rotate',
  'clock.jump',
  'evidence.add',
  'evidence.item',
]);

/** A source that a page may register: what says how a file was read comes from whoever read it. */
function isPagesOwn(operation: Operation): boolean {
  if (operation.t !== 'source.add') return !notFromThePage.has(operation.t);
  const { evidence, reading, result } = operation;
  return evidence === undefined && reading === undefined && result === undefined;
}

/** Writes the worked example as a notebook into a folder that is not there yet. */
export type MakeExample = (
  language: Language,
  folder: string,
) => Promise<Result<unknown, OpenError>>;

function notStarted(error: IncidentError, place: string): OpenError {
  if (error.kind === 'disk-full') return { kind: 'disk-full', place };
  return { kind: 'no-access', place, detail: 'detail' in error ? error.detail : error.kind };
}

export type NotebookHandlersOptions = {
  readonly notebook: WindowNotebook;
  readonly opener: NotebookOpener;
  readonly dialogs: Dialogs;
  readonly recent: RecentNotebooks;
  readonly notebooksFolder: string;
  readonly settings: SettingsStore;
  readonly makeExample: MakeExample;
  /** Brings the window that has a folder open to the front; false when none has. */
  readonly focusElsewhere: (folder: string) => boolean;
  /** Called when a folder has been tried, whatever came of it. */
  readonly onTried: () => void;
};

export function notebookHandlers(options: NotebookHandlersOptions): NotebookHandlers {
  const { notebook, opener, dialogs, recent } = options;

  const open = async (folder: string): Promise<Opened> => {
    if (options.focusElsewhere(folder)) return err({ kind: 'cancelled' });
    const opened = await notebook.open(folder);
    options.onTried();
    if (opened.ok) await recent.remember(folder);
    return opened;
  };

  return {
    'notebook:recent': async () => ok(await recent.list()),
    'notebook:create': async ({ choosePlace, by, ...incident }) => {
      const suggested = await freeNotebookFolder(options.notebooksFolder, incident.title);
      const folder = choosePlace ? await dialogs.chooseNewNotebook(suggested) : suggested;
      if (folder === undefined) return err({ kind: 'cancelled' });
      // Operations carry the name that the settings hold, the first one too.
      if (by !== '') await options.settings.change({ by });
      const created = await opener.create(folder);
      if (!created.ok) return created;
      const opened = await open(folder);
      const current = notebook.current();
      if (!opened.ok || current === undefined) return opened;
      const started = await startIncident({ journal: current, newId }, incident);
      if (started.ok) return ok(current.describe());
      // Made a moment ago and still empty: taken away again, so that the same can be tried anew.
      await notebook.close();
      await rm(folder, { recursive: true, force: true });
      return err(notStarted(started.error, folder));
    },
    'notebook:open': async ({ recent: id }) => {
      const folder = id === undefined ? await dialogs.chooseNotebook() : recent.folderOf(id);
      if (folder !== undefined) return open(folder);
      return err(id === undefined ? { kind: 'cancelled' } : { kind: 'not-found', place: '' });
    },
    'notebook:example': async ({ language }) => {
      // The texts of the examples are long, and few windows ask for them.
      const { workedExample } = await import('#shared/catalogue/examples/worked-example.ts');
      const { folder: name } = workedExample(language);
      const folder = await freeNotebookFolder(options.notebooksFolder, name);
      const made = await options.makeExample(language, folder);
      return made.ok ? open(folder) : made;
    },
    'notebook:close': async () => {
      await notebook.close();
      return ok({});
    },
    'notebook:lines': async ({ after, limit }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { lines, end } = await current.readTexts(after, limit);
      return ok({ lines: writeLinePage(lines), end });
    },
    'notebook:append': async ({ operation }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      if (!isPagesOwn(operation)) return err({ kind: 'invalid', field: 't' });
      return current.append(operation);
    },
    'notebook:verify': async () => {
      const current = notebook.current();
      const verified = await current?.verify();
      return verified === undefined ? err({ kind: 'no-notebook' }) : ok(verified);
    },
  };
}
