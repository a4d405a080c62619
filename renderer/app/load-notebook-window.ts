import type * as notebookWindow from './notebook-window.tsx';

export type NotebookWindowModule = typeof notebookWindow;

/** Loads the views and the derived records: most of the program, and nothing that the first screen needs. */
export function loadNotebookWindow(): Promise<NotebookWindowModule> {
  return import('./notebook-window.tsx');
}
