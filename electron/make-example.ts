import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeExample } from '#shared/application/write-example.ts';
import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { MakeExample } from './ipc/notebook-handlers.ts';
import { takeFile } from './notebook/evidence-vault.ts';
import type { KeyProtection } from './notebook/keys.ts';
import { randomHex } from './notebook/node-crypto.ts';
import { createNotebookFolder } from './notebook/notebook-folder.ts';
import { openNotebook } from './notebook/open-notebook.ts';

/** Writes the worked example as a notebook of this device; what cannot be finished is taken away again. */
export function exampleMaker(keys: {
  readonly userData: string;
  readonly protection: KeyProtection;
}): MakeExample {
  return async (language, folder) => {
    const created = await createNotebookFolder(folder);
    if (!created.ok) return created;
    const example = workedExample(language);
    const options = { ...keys, by: () => example.by, app: __KIROKU_BUILD__ };
    const opened = await openNotebook(folder, options);
    if (!opened.ok) return opened;
    const texts = await mkdtemp(path.join(os.tmpdir(), 'kiroku-example-'));
    try {
      const written = await writeExample(
        {
          journal: opened.value,
          newId: () => randomHex(16),
          nowMs: () => Date.now(),
          storeText: async (name, content) => {
            const file = path.join(texts, name);
            await writeFile(file, content);
            const taken = await takeFile(folder, file);
            if (!taken.ok) return taken;
            // Where it lay for a moment on this machine is nothing that an example has to tell.
            const { origin: _origin, times: _times, ...item } = taken.value;
            return ok(item);
          },
        },
        example,
      );
      await opened.value.close();
      if (written.ok) return written;
      await rm(folder, { recursive: true, force: true });
      if (written.error.kind === 'disk-full') return err({ kind: 'disk-full', place: folder });
      return err({ kind: 'no-access', place: folder, detail: written.error.kind });
    } finally {
      await rm(texts, { recursive: true, force: true });
    }
  };
}
