import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  type CaseDifference,
  countOutcomes,
  countRescued,
  ownRows,
} from '#shared/application/rescue-case.ts';
import { type ListChoice, listChoiceSchema } from '#shared/import/lists/list-mapping.ts';
import type {
  ListReading,
  RescueChoices,
  RescuedCase,
} from '#shared/import/rescue/rescued-case.ts';
import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import type { RescueLookError } from '#shared/ipc/rescue-contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { ListMappings } from '../list-mappings.ts';
import type { ReadCase } from '../import/read-case.ts';
import type { LeftOfCase, TakeCaseError } from '../import/take-case.ts';
import type { NotebookPort } from './notebook-port.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

/** Reads a file as a case, beside the window. */
export type CaseReader = (file: string, choices: RescueChoices) => Promise<ReadCase>;

type Picked = {
  readonly id: string;
  readonly file: string;
  asked: number;
  /** While it is taken in: a second press must not write everything twice. */
  isTaken: boolean;
  /** What is left of it for a notebook, when taking it in was stopped. */
  stopped?: { readonly port: NotebookPort; readonly left: LeftOfCase };
  found?: { readonly rescued: RescuedCase; readonly sha256: string };
};
type ImportReply = IpcReply<'rescue:import'>;

/** Cases of other tools are looked at and taken in; their files stay on this side. */
export function rescueHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  readCase: CaseReader,
  mappings: Pick<ListMappings, 'find' | 'keep'>,
): Pick<IpcHandlers, 'rescue:pick' | 'rescue:look' | 'rescue:rows' | 'rescue:import'> {
  let picked: Picked | undefined;
  const pickedWith = (id: string) => (picked?.id === id ? picked : undefined);
  return {
    'rescue:pick': async () => {
      const file = await dialogs.chooseCase();
      if (file === undefined) return err({ kind: 'cancelled' });
      picked = { id: randomUUID(), file, asked: 0, isTaken: false };
      return ok({ id: picked.id, name: path.basename(file) });
    },
    'rescue:look': async ({ id, zone, list }) => {
      const wanted = pickedWith(id);
      if (wanted === undefined) return err({ kind: 'not-picked' });
      wanted.asked += 1;
      const { asked } = wanted;
      delete wanted.found;
      const port = notebook.current();
      const noise = list === undefined ? undefined : await port?.knownNoise();
      const choices = { zone, list, noise, nowMs: Date.now() };
      let read = foundIn(await readCase(wanted.file, choices));
      const known = read.ok ? await rememberedFor(read.value.rescued, list, mappings) : undefined;
      if (known !== undefined)
        read = foundIn(await readCase(wanted.file, { ...choices, list: known }));
      if (!read.ok) return read;
      // What was asked last counts, whichever answer comes last.
      if (wanted.asked === asked) wanted.found = read.value;
      const { rescued, sha256 } = read.value;
      const { format, version, title, rows, secrets, questions } = rescued;
      const own = ownRows(rescued);
      const compared = await port?.compareCase(rescued, sha256);
      return ok({
        format,
        version,
        title,
        outcomes: { ...countOutcomes(own) },
        besides: rows.length - own.length,
        counts: countRescued(rescued),
        secrets: [...secrets],
        questions: [...questions],
        before: compared?.before ?? null,
        list:
          rescued.list === undefined
            ? null
            : { ...listLook(rescued.list), remembered: known !== undefined },
        against: compared === undefined ? null : differenceOf(compared.against),
      });
    },
    'rescue:rows': async ({ id, outcome, from, limit }) => {
      const { found } = pickedWith(id) ?? {};
      if (found === undefined) return err({ kind: 'not-picked' });
      const { rows } = found.rescued;
      const wanted = outcome === undefined ? rows : rows.filter((row) => row.outcome === outcome);
      const page = wanted.slice(from, from + limit);
      return ok({
        rows: page.map((row) => ({ ...row, what: [...row.what] })),
        count: wanted.length,
      });
    },
    'rescue:import': async ({ id, withOriginal, note }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const { port, jobs } = writable.value;
      const wanted = pickedWith(id);
      const found = wanted?.found;
      if (wanted === undefined || found === undefined || wanted.isTaken)
        return err({ kind: 'not-answered' });
      if (found.rescued.questions.length > 0) return err({ kind: 'not-answered' });
      wanted.isTaken = true;
      const { file, stopped } = wanted;
      const left = stopped?.port === port ? stopped.left : undefined;
      return new Promise<ImportReply>((resolve, reject) => {
        jobs.start({ kind: 'rescue', name: path.basename(file) }, async (options) => {
          try {
            const choices = { withOriginal, note, left };
            const taken = await port.takeCase({ file, ...found, ...choices, ...options });
            const { list } = found.rescued;
            if (taken.ok && list !== undefined) await mappings.keep(list);
            if (taken.ok) picked = picked === wanted ? undefined : picked;
            // It need not be chosen again, and goes on where it was stopped.
            else {
              wanted.isTaken = false;
              if (taken.error.kind === 'rescue-stopped')
                wanted.stopped = { port, left: taken.error.left };
            }
            resolve(taken.ok ? taken : err(importError(taken.error)));
            // Why not is told by the reply; the job has only shown how far it was.
            return taken.ok ? ok(undefined) : err({ kind: 'cancelled' });
          } catch (error) {
            wanted.isTaken = false;
            reject(error instanceof Error ? error : new Error(String(error)));
            return err({ kind: 'cancelled' });
          }
        });
      });
    },
  };
}

/** How a list with these columns was read before, unless somebody has just said something of it. */
async function rememberedFor(
  { list }: RescuedCase,
  said: ListChoice | undefined,
  mappings: Pick<ListMappings, 'find'>,
): Promise<ListChoice | undefined> {
  if (list === undefined || said?.columns !== undefined) return undefined;
  const stored = listChoiceSchema.safeParse(await mappings.find(list.names));
  if (!stored.success) return undefined;
  return said?.as === undefined || said.as === stored.data.as ? stored.data : undefined;
}

function listLook({ as, columns, names, samples }: ListReading) {
  return {
    as,
    columns: { ...columns },
    names: [...names],
    samples: samples.map((column) => column.map((cell) => cell.slice(0, longestSample))),
  };
}

/** Completed records that a window shows. */
const mostCompleted = 200;
const longestSample = 200;

function differenceOf({ indicators, systems, accounts, completed }: CaseDifference) {
  return {
    indicators: { ...indicators },
    systems: { ...systems },
    accounts: { ...accounts },
    completed: completed
      .slice(0, mostCompleted)
      .map((one) => ({ ...one, fields: [...one.fields] })),
  };
}

function foundIn(
  read: ReadCase,
): Result<Extract<ReadCase, { readonly kind: 'found' }>, RescueLookError> {
  switch (read.kind) {
    case 'found':
      return ok(read);
    case 'no-case':
      return err({ kind: 'no-case' });
    case 'encrypted':
      return err({ kind: 'encrypted', format: read.format });
    case 'nothing-to-take':
      return err({ kind: 'nothing-to-take', format: read.format, object: read.object });
    case 'refused':
      return err(
        read.because.kind === 'broken-workbook'
          ? { kind: 'broken-workbook', part: read.because.part }
          : { kind: 'too-large' },
      );
  }
}

function importError(error: TakeCaseError): Extract<ImportReply, { ok: false }>['error'] {
  switch (error.kind) {
    case 'file-changed':
      return error;
    case 'rescue-stopped':
      return { kind: 'stopped', because: error.because, written: error.written, of: error.of };
    case 'append-failed':
    case 'not-a-regular-file':
    case 'not-found':
    case 'no-access':
    case 'disk-full':
    case 'copy-differs':
    case 'read-failed':
    case 'cancelled':
      return { kind: 'not-taken', because: error };
  }
}
