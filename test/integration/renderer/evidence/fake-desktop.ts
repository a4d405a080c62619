import type { Desktop } from '../../../../renderer/data/desktop-bridge.ts';
import { createMemoryStorage } from '../../../../renderer/data/memory-storage.ts';
import { NotebookSession } from '../../../../renderer/data/notebook-session.ts';
import type { IpcEvent } from '#shared/ipc/channels.ts';
import type { AppendError, Job, OpenedNotebook } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { createTestDevice, testId, type TestOperation } from '../../../fixtures/test-device.ts';

/** A main process in memory: a journal that a real device writes, and jobs as the test tells them. */
export type FakeDesktop = {
  readonly desktop: Desktop;
  /** Every call of the evidence and report channels, with what was asked. */
  readonly asked: { readonly channel: string; readonly request: unknown }[];
  readonly tellJob: (job: Partial<Job> & Pick<Job, 'id'>) => void;
  /** Writes a line as another part of the program would. */
  readonly write: (operation: TestOperation) => void;
  /** The next append is refused. */
  readonly refuseAppend: (error: AppendError) => void;
  answers: {
    export: Awaited<ReturnType<Desktop['report:export']>>;
    pick: Awaited<ReturnType<Desktop['evidence:pick']>>;
  };
  readonly openSession: (change?: Partial<OpenedNotebook>) => Promise<NotebookSession>;
};

export function createFakeDesktop(operations: readonly TestOperation[]): FakeDesktop {
  const notebook = testId('notebook of the renderer');
  const device = createTestDevice(notebook, 'Aoki');
  for (const operation of operations) device.append(operation);
  const listeners = new Map<IpcEvent, Set<(payload: unknown) => void>>();
  const asked: { channel: string; request: unknown }[] = [];
  let refusal: AppendError | undefined;
  const send = (event: IpcEvent, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  const write = (operation: TestOperation) => {
    const line = device.append(operation);
    send('journal:appended', { lines: [line] });
    return line;
  };
  const fake: FakeDesktop = {
    asked,
    answers: { export: err({ kind: 'cancelled' }), pick: err({ kind: 'cancelled' }) },
    tellJob: (job) =>
      send('job:changed', {
        kind: 'evidence',
        name: 'disk.img',
        state: 'running',
        done: 0,
        total: 0,
        ...job,
      }),
    write,
    refuseAppend: (error) => {
      refusal = error;
    },
    desktop: {
      'notebook:lines': async ({ after }: { after: Record<string, number> }) =>
        ok({
          lines: JSON.stringify(device.lines.filter(({ p }) => p.seq > (after[device.feed] ?? -1))),
          end: true,
        }),
      'notebook:append': async ({ operation }: { operation: TestOperation }) => {
        if (refusal !== undefined) {
          const error = refusal;
          refusal = undefined;
          return err(error);
        }
        const { p, hash } = write(operation);
        return ok({ feed: p.feed, seq: p.seq, hash, wall: p.wall });
      },
      'evidence:pick': async (request: unknown) => {
        asked.push({ channel: 'evidence:pick', request });
        return fake.answers.pick;
      },
      'evidence:drop': async (files: readonly File[], note: string) => {
        const request = { names: files.map(({ name }) => name), note };
        asked.push({ channel: 'evidence:drop', request });
        return ok({ jobs: [] });
      },
      'evidence:cancel': async (request: unknown) => {
        asked.push({ channel: 'evidence:cancel', request });
        return ok({});
      },
      // What lies in a folder is looked at in test/integration/ipc/evidence-intake.test.ts.
      'evidence:present': async () => ok({ amiss: [] }),
      // What a machine keeps of shapes is looked at in test/integration/ipc/template-handlers.test.ts.
      'template:kept': async () => ok({ shapes: [] }),
      'report:export': async (request: unknown) => {
        asked.push({ channel: 'report:export', request });
        return fake.answers.export;
      },
      subscribe: (event: IpcEvent, listener: (payload: unknown) => void) => {
        const all = listeners.get(event) ?? new Set();
        listeners.set(event, all.add(listener));
        return () => all.delete(listener);
      },
    } as unknown as Desktop,
    openSession: (change) =>
      NotebookSession.open({
        desktop: fake.desktop,
        opened: {
          notebook,
          name: 'Ward 3',
          place: 'Ward 3.kiroku',
          heads: {},
          lines: device.lines.length,
          feed: device.feed,
          readOnly: null,
          findings: [],
          ...change,
        },
        openStorage: async () => createMemoryStorage(),
      }),
  };
  return fake;
}
