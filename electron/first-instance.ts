import type { App } from 'electron';
import * as z from 'zod/mini';

const messageSchema = z.object({ folder: z.optional(z.string().check(z.maxLength(8192))) });

type Show = (folder: string | undefined) => void;

/**
 * One process a user: a second start hands over the folder that it was asked to open, and ends.
 * macOS hands folders over as events, the first of them maybe before anything is ready.
 */
export function takeFirstInstance(
  app: App,
  folder: string | undefined,
  start: (folder: string | undefined) => Promise<Show>,
): void {
  if (!app.requestSingleInstanceLock({ folder })) return app.exit(0);
  let show: Show | undefined;
  let early: string | undefined = folder;
  const openOrWait: Show = (wanted) => {
    if (show === undefined) early = wanted ?? early;
    else show(wanted);
  };
  app.on('second-instance', (_event, _argv, _workingFolder, message) => {
    const parsed = messageSchema.safeParse(message);
    openOrWait(parsed.success ? parsed.data.folder : undefined);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openOrWait(file);
  });
  void app
    .whenReady()
    .then(() => start(early))
    .then((started) => {
      show = started;
    });
}
