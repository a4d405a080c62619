// Writes a notebook of so many entries through the product's own code; what waits together is synced together.
import { addEntry, correctEntry } from '../../../shared/application/entries.ts';
import { startIncident } from '../../../shared/application/incident.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex } from '../../../electron/notebook/node-crypto.ts';
import { createNotebookFolder } from '../../../electron/notebook/notebook-folder.ts';
import { openNotebook } from '../../../electron/notebook/open-notebook.ts';
import { entryContent } from './entry-texts.mjs';

const atOnce = 256;
const everyCorrection = 50;

const { folder, userData, entries } = JSON.parse(process.env.KIROKU_BENCH_WORK);

// The bundle is CommonJS: it has no await of its own.
void writeAll();

async function writeAll() {
  need(await createNotebookFolder(folder));
  const notebook = need(
    await openNotebook(folder, {
      userData,
      protection: unprotectedKeys,
      by: () => 'Bench',
      app: { version: '0.0.0', commit: 'bench' },
    }),
  );
  const writing = { journal: notebook, newId: () => randomHex(16) };
  need(await startIncident(writing, { title: 'Bench', tlp: 'AMBER', zone: 'Asia/Tokyo' }));
  for (let done = 0; done < entries; done += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, entries - done) }, (_, at) => done + at);
    await Promise.all(numbers.map((number) => write(writing, number)));
  }
  await notebook.close();
}

async function write(writing, number) {
  const content = entryContent(number);
  const { id } = need(await addEntry(writing, content));
  if (number % everyCorrection !== 0) return;
  const text = `${content.text} (2)`;
  need(await correctEntry(writing, id, { ...content, text }, 'Time and words checked again.'));
}

function need(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
