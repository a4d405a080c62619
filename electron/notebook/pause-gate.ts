/** Lets work with a whole file stand still and go on: it asks between two blocks. */
export class PauseGate {
  readonly #listeners = new Set<(isPaused: boolean) => void>();
  #waiting: Promise<void> | undefined;
  #open: (() => void) | undefined;

  get isPaused(): boolean {
    return this.#waiting !== undefined;
  }

  pause(): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = new Promise((resolve) => {
      this.#open = resolve;
    });
    this.#tell();
  }

  resume(): void {
    if (this.#waiting === undefined) return;
    this.#waiting = undefined;
    this.#open?.();
    this.#tell();
  }

  /** What to wait for before going on; undefined when nothing is paused. Whoever cancels has to resume. */
  waiting(): Promise<void> | undefined {
    return this.#waiting;
  }

  /** Tells of every change; returns the way to stop. */
  onChange(listener: (isPaused: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.isPaused);
  }
}
