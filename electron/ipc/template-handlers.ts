import path from 'node:path';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { writeReportTemplate } from '#shared/report/report-template.ts';
import type { Dialogs } from '../dialogs.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import { readKeptShapes, writeKeptShapes } from '../report/kept-shapes.ts';
import { readLogoFile, readTemplateFile } from '../report/template-file.ts';
import { createWriteQueue } from '../write-queue.ts';
import type { WindowNotebook } from './window-notebook.ts';

/** Shapes of the report: kept beside the settings of this user, opened from files and written into them. */
export function templateHandlers(options: {
  readonly userData: string;
  readonly notebook: WindowNotebook;
  readonly dialogs: Dialogs;
  readonly onUnsaved: (error: unknown) => void;
}): Pick<
  IpcHandlers,
  'template:kept' | 'template:keep' | 'template:save' | 'template:open' | 'template:logo'
> {
  const { userData, notebook, dialogs, onUnsaved } = options;
  const queue = createWriteQueue();
  return {
    'template:kept': async () => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      await queue.settled();
      return ok({ shapes: await readKeptShapes(userData, current.describe().notebook) });
    },
    'template:keep': async ({ shapes }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { notebook: id } = current.describe();
      try {
        await queue.run(() => writeKeptShapes(userData, id, shapes));
      } catch (error) {
        // The shape holds until the window closes, and the next change writes it again.
        onUnsaved(error);
      }
      return ok({});
    },
    'template:save': async ({ template }) => {
      const place = await dialogs.chooseExportFile('Kiroku', {
        format: 'report-template',
        ending: 'json',
      });
      if (place === undefined) return err({ kind: 'cancelled' });
      const bytes = Buffer.from(writeReportTemplate(template), 'utf8');
      try {
        await replaceFile(place, bytes);
      } catch (error) {
        if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
        if (systemCode(error) === undefined) throw error;
        return err({ kind: 'write-failed', detail: systemDetail(error) });
      }
      return ok({ place, bytes: bytes.byteLength, sha256: sha256Hex(bytes) });
    },
    'template:open': async () => {
      const place = await dialogs.chooseTemplate();
      if (place === undefined) return err({ kind: 'cancelled' });
      const file = path.basename(place);
      const read = await readTemplateFile(place);
      return read.ok
        ? ok({ template: read.value, file })
        : err({ kind: 'refused', file, because: read.error });
    },
    'template:logo': async () => {
      const place = await dialogs.chooseLogo();
      if (place === undefined) return err({ kind: 'cancelled' });
      const read = await readLogoFile(place);
      return read.ok
        ? ok({ logo: read.value })
        : err({ kind: 'refused', file: path.basename(place), because: read.error });
    },
  };
}
