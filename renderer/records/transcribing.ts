import { asTranscribed } from '#shared/application/entries.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import { useSyncExternalStore } from 'react';
import type { NotebookSession } from '../data/notebook-session.ts';
import { useSession } from '../data/session-context.tsx';

/** The paper sheet whose lines are being entered, and the evidence item that is its photograph. */
export type TranscribedSheet = {
  readonly sheet: string;
  readonly photograph?: { readonly id: string; readonly no: string };
};

const sheets = new WeakMap<NotebookSession, TranscribedSheet>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Marks every entry that is written from now on as transcribed from a sheet; undefined ends it. */
export function transcribeFrom(
  session: NotebookSession,
  sheet: TranscribedSheet | undefined,
): void {
  if (sheet === undefined) sheets.delete(session);
  else sheets.set(session, sheet);
  tell();
}

/** The sheet that is being transcribed in an opened notebook. */
export function transcribedSheet(session: NotebookSession): TranscribedSheet | undefined {
  return sheets.get(session);
}

/** An entry as it is written now: marked, while a sheet is being transcribed. */
export function markedContent(session: NotebookSession, content: EntryContent): EntryContent {
  const from = sheets.get(session);
  if (from === undefined) return content;
  return asTranscribed(content, { sheet: from.sheet, photograph: from.photograph?.id });
}

/** The sheet as it changes. */
export function useTranscribedSheet(): TranscribedSheet | undefined {
  const session = useSession();
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sheets.get(session),
  );
}
