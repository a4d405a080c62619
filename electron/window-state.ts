import type { BrowserWindow, Rectangle, Screen } from 'electron';
import * as z from 'zod/mini';
import { readStoredJson, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.minimum(640), z.maximum(20_000)),
  height: z.int().check(z.minimum(480), z.maximum(20_000)),
  maximized: z.boolean(),
});
type State = z.infer<typeof stateSchema>;

export type WindowState = {
  /** Size and place for a new window; no place when the screen it was on is gone. */
  readonly next: (screen: Screen) => Partial<Rectangle> & { readonly maximized: boolean };
  /** Keeps what a window looks like when it closes. */
  readonly follow: (window: BrowserWindow) => void;
  readonly settled: () => Promise<void>;
};

const first = { width: 1280, height: 840, maximized: false };

/** Where the window was, from a JSON file. */
export async function openWindowState(
  file: string,
  onUnsaved: (error: unknown) => void,
): Promise<WindowState> {
  let state: State | undefined = (await readStoredJson(file, stateSchema)).value;
  const queue = createWriteQueue();
  return {
    next: (screen) => {
      if (state === undefined) return first;
      if (isOnScreen(screen, state)) return state;
      return { width: state.width, height: state.height, maximized: state.maximized };
    },
    follow: (window) => {
      window.on('close', () => {
        const parsed = stateSchema.safeParse({
          ...window.getNormalBounds(),
          maximized: window.isMaximized(),
        });
        if (!parsed.success) return;
        state = parsed.data;
        void queue.run(() => writeStoredJson(file, state)).catch(onUnsaved);
      });
    },
    settled: queue.settled,
  };
}

/** True when enough of the title bar can be seen to take hold of it. */
function isOnScreen(screen: Screen, { x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(x, workArea.x);
    const right = Math.min(x + width, workArea.x + workArea.width);
    return right - left >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40;
  });
}
