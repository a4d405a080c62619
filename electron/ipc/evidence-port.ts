import { findItem, recordCustody } from '#shared/application/custody.ts';
import { recheckEvent } from '#shared/application/recheck.ts';
import { err, ok } from '#shared/lib/result.ts';
import {
  addDocument,
  addFile,
  addKept,
  addPicture,
  addReference,
} from '../notebook/add-evidence.ts';
import { addFolder } from '../notebook/add-folder.ts';
import type { Background } from '../notebook/background.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import type { NotebookPort } from './notebook-port.ts';

type EvidencePort = Pick<
  NotebookPort,
  | 'addEvidence'
  | 'addFolder'
  | 'addReference'
  | 'addKept'
  | 'addPicture'
  | 'addDocument'
  | 'recheck'
  | 'checkCopy'
>;

/** What a window may do with the evidence of the notebook that it has open. */
export function evidencePort(notebook: OpenNotebook, background: Background): EvidencePort {
  return {
    addEvidence: async ({ file, ...options }) => {
      const added = await addFile(notebook, file, { ...options, background });
      return added.ok ? ok(added.value.id) : added;
    },
    addFolder: async ({ file, ...options }) => {
      const taken = await addFolder(notebook, file, { ...options, background });
      if (!taken.ok) return taken;
      const { list, refused, name: _name, cancelled: _cancelled, ...counts } = taken.value;
      const folder = { ...counts, refused: { ...refused }, list: list.no };
      return ok({ result: list.id, folder });
    },
    addReference: async ({ file, ...options }) => {
      const added = await addReference(notebook, file, { ...options, background });
      return added.ok ? ok(added.value.id) : added;
    },
    addKept: async (item, fields) => {
      const added = await addKept(notebook, item, fields);
      return added.ok ? ok({ id: added.value.id, no: added.value.item.no }) : added;
    },
    addPicture: async ({ bytes, note }) => {
      const added = await addPicture(notebook, bytes, { note, nowMs: Date.now() });
      return added.ok ? ok({ id: added.value.id, no: added.value.item.no }) : added;
    },
    addDocument: (document) => addDocument(notebook, document),
    recheck: async (id, file) => {
      const found = findItem(await readState(notebook, isOfItems), id);
      const reference = found.ok ? found.value.item?.reference : undefined;
      if (reference === undefined) return err({ kind: 'no-such-item' });
      const checked = await background.checkKept(file, reference);
      if (!checked.ok) return checked;
      const writing = { journal: notebook, newId: () => randomHex(16) };
      const event = recheckEvent(id, reference, checked.value, notebook.program);
      const saved = await recordCustody(writing, event);
      if (!saved.ok) return err({ kind: 'append-failed', append: saved.error });
      return ok({ ...checked.value, segmentBytes: reference.segments?.bytes ?? null });
    },
    checkCopy: (copy) => background.checkCopy(notebook.folder, copy),
  };
}

const ofItems: ReadonlySet<string> = new Set(['evidence.add', 'evidence.item']);

function isOfItems({ p }: { readonly p: { readonly op: { readonly t: string } } }): boolean {
  return ofItems.has(p.op.t);
}
