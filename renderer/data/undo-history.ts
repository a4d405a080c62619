import type { DoneOperation } from '#shared/application/undo.ts';

/** Whether an operation is new, takes one back, or does a taken one again. */
export type WritingMode = 'new' | 'undo' | 'redo';

/** What was written here since the notebook was opened, for taking it back; nothing of it is stored. */
export class UndoHistory {
  readonly #done: DoneOperation[] = [];
  readonly #undone: DoneOperation[] = [];

  /** What the next undo or redo is about. */
  next(mode: 'undo' | 'redo'): DoneOperation | undefined {
    return (mode === 'undo' ? this.#done : this.#undone).at(-1);
  }

  /** Takes over an operation that was written. */
  written(done: DoneOperation, mode: WritingMode): void {
    if (mode === 'new') this.#undone.length = 0;
    else this.skip(mode);
    (mode === 'undo' ? this.#undone : this.#done).push(done);
  }

  /** Passes over what cannot be taken back. */
  skip(mode: 'undo' | 'redo'): void {
    (mode === 'undo' ? this.#done : this.#undone).pop();
  }
}
