import path from 'node:path';
import type { Language } from '#shared/ipc/contract.ts';
import { type Drafts, openDrafts } from './draft.ts';
import { type ErrorLog, openErrorLog } from './error-log.ts';
import { type ListMappings, openListMappings } from './list-mappings.ts';
import { type LogColumns, openLogColumns } from './log-columns.ts';
import { openRecentNotebooks, type RecentNotebooks } from './recent-notebooks.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { openWindowState, type WindowState } from './window-state.ts';

/** What the program keeps for its user, outside of every notebook. */
export type Services = {
  readonly log: ErrorLog;
  readonly settings: SettingsStore;
  readonly drafts: Drafts;
  readonly recent: RecentNotebooks;
  readonly windowState: WindowState;
  readonly listMappings: ListMappings;
  readonly logColumns: LogColumns;
  /** Resolves when everything that was to be written is. */
  readonly settled: () => Promise<void>;
};

/** Reads the user-data folder; a broken file in it is moved aside and never stops the start. */
export async function openServices(
  userData: string,
  log: ErrorLog,
  language: Language,
): Promise<Services> {
  const onUnsaved = (error: unknown) => log.write('not-saved', error);
  const place = (name: string) => path.join(userData, name);
  const defaults = { language, theme: 'system', by: '' } as const;
  const drafts = openDrafts(place('drafts'), onUnsaved);
  const listMappings = openListMappings(place('list-mappings.json'), onUnsaved);
  const logColumns = openLogColumns(place('log-columns.json'), onUnsaved);
  const [settings, recent, windowState] = await Promise.all([
    openSettings(place('settings.json'), defaults, onUnsaved),
    openRecentNotebooks(place('recent.json'), onUnsaved),
    openWindowState(place('window.json'), onUnsaved),
  ]);
  const stores = [settings, drafts, recent, windowState, listMappings, logColumns];
  return {
    log,
    settings,
    drafts,
    recent,
    windowState,
    listMappings,
    logColumns,
    settled: async () => void (await Promise.all(stores.map((store) => store.settled()))),
  };
}

/** The log lies beside the rest and is there before anything can fail. */
export function openLogIn(userData: string): ErrorLog {
  return openErrorLog(path.join(userData, 'logs'));
}
