export type NotebookWindowModule = typeof import('./notebook-window.tsx');

/** Loads the views and the derived records: most of the program, and nothing that the first screen needs. */
export function loadNotebookWindow(): Promise<NotebookWindowModule> {
  return import('./notebook-window.tsx');
}
