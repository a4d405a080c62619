import type { WorkedExample } from '../catalogue/examples/worked-example.ts';
import { untouchedItem } from '../domain/checklist.ts';
import { type EvidenceItem, nextEvidenceNumber } from '../domain/evidence.ts';
import { ok, type Result } from '../lib/result.ts';
import { setAction, setLesson } from './actions.ts';
import { adoptChecklist, setChecklistItem } from './checklists.ts';
import { correctEntry, logEntry, readEntryLine } from './entries.ts';
import { entryLineContext } from './entry-context.ts';
import { addEvidence } from './evidence.ts';
import { changeIncident, startIncident } from './incident.ts';
import { setIndicator } from './indicators.ts';
import { setCourse, setCoverage } from './kill-chain.ts';
import type { Writing } from './ports.ts';
import { type RegisterChange, setOnRegister } from './systems.ts';

/** What writing an example needs beside the journal. */
export type ExamplePorts = Writing & {
  readonly nowMs: () => number;
  /** Puts a text file into the notebook's evidence; number and note are the example's. */
  readonly storeText: (
    name: string,
    content: string,
  ) => Promise<Result<Omit<EvidenceItem, 'no' | 'note'>, { readonly kind: string }>>;
};

/**
 * Writes a worked example into an empty notebook through the same use cases as a person's work.
 *
 * A line of an example that cannot be read is a bug of the example and throws; failures of the disk
 * come back as errors.
 */
export async function writeExample(
  ports: ExamplePorts,
  example: WorkedExample,
): Promise<Result<{ readonly entries: number }, { readonly kind: string }>> {
  const { title, tlp, zone, fields } = example;
  const started = await startIncident(ports, { title, tlp, zone });
  if (!started.ok) return started;

  const evidence = new Map<string, { readonly id: string; readonly no: string }>();
  for (const { key, file, note, content } of example.evidence) {
    const stored = await ports.storeText(file, content);
    if (!stored.ok) return stored;
    const no = nextEvidenceNumber([...evidence.values()].map((item) => item.no));
    const added = await addEvidence(ports, { ...stored.value, no, note });
    if (!added.ok) return added;
    evidence.set(key, { id: added.value.id, no });
  }

  const items = [...evidence.values()];
  const context = () =>
    entryLineContext({
      nowMs: ports.nowMs(),
      zone,
      findEvidence: (no) => items.find((item) => item.no === no),
    });
  const entries = new Map<string, string>();
  for (const { key, line } of example.entries) {
    const logged = await logEntry(ports, line, context());
    if (!logged.ok) return orBug(logged, line);
    entries.set(key, logged.value.id);
  }
  for (const { key, line, reason } of example.corrections) {
    const content = readEntryLine(line, context());
    if (!content.ok) return orBug(content, line);
    const corrected = await correctEntry(ports, idOf(entries, key), content.value, reason);
    if (!corrected.ok) return corrected;
  }

  const adopted = await adoptChecklist(ports, example.checklist.template);
  if (!adopted.ok) return adopted;
  for (const tick of example.checklist.items) {
    const set = await setChecklistItem(
      ports,
      { checklist: adopted.value.id, item: tick.item },
      {
        ...untouchedItem,
        state: tick.state,
        because: tick.because,
        entries: tick.entries.map((key) => idOf(entries, key)),
        evidence: tick.evidence.map((key) => idOf(evidence, key).id),
      },
    );
    if (!set.ok) return orBug(set, tick.item);
  }
  const registered = await writeRegisters(ports, example, entries);
  if (!registered.ok) return registered;
  const closed = await changeIncident(ports, fields);
  return closed.ok ? ok({ entries: entries.size }) : closed;
}

/** Systems, accounts, indicators, what logs and measures there were, and what was learned and asked for. */
async function writeRegisters(
  ports: ExamplePorts,
  example: WorkedExample,
  entries: ReadonlyMap<string, string>,
): Promise<Result<undefined, { readonly kind: string }>> {
  const citing = <F extends { readonly entries: readonly string[] }>(fields: F) => ({
    ...fields,
    entries: fields.entries.map((key) => idOf(entries, key)),
  });
  /** What is written of one thing: its fields, then each state that it went through. */
  const inStates = <S extends { readonly entries: readonly string[] }, F extends object>({
    states,
    ...first
  }: F & { readonly states: readonly S[] }) => {
    const id = ports.newId();
    return [first, ...states.map((state) => ({ state: citing(state) }))].map((fields) => ({
      id,
      fields,
    }));
  };
  const changes: readonly RegisterChange[] = [
    ...example.systems.flatMap((one) =>
      inStates(one).map((change) => ({ register: 'asset' as const, ...change })),
    ),
    ...example.accounts.flatMap((one) =>
      inStates(one).map((change) => ({ register: 'account' as const, ...change })),
    ),
  ];
  for (const change of changes) {
    const set = await setOnRegister(ports, change);
    if (!set.ok) return set;
  }
  for (const fields of example.indicators) {
    const set = await setIndicator(ports, ports.newId(), citing(fields));
    if (!set.ok) return set;
  }
  for (const { source, stage, ...fields } of example.coverage) {
    const set = await setCoverage(ports, { source, stage }, fields);
    if (!set.ok) return set;
  }
  for (const fields of example.courses) {
    const set = await setCourse(ports, citing(fields));
    if (!set.ok) return set;
  }
  for (const fields of example.lessons) {
    const set = await setLesson(ports, citing(fields));
    if (!set.ok) return set;
  }
  for (const fields of example.actions) {
    const set = await setAction(ports, citing(fields));
    if (!set.ok) return set;
  }
  return ok(undefined);
}

function idOf<T>(known: ReadonlyMap<string, T>, key: string): T {
  const found = known.get(key);
  if (found === undefined) throw new Error(`the example names "${key}" before it is written`);
  return found;
}

/** A disk's failure goes back to the caller; words that cannot be read are the example's own fault. */
function orBug<E extends { readonly kind: string }>(
  failure: { readonly ok: false; readonly error: E },
  where: string,
): { readonly ok: false; readonly error: E } {
  if (failure.error.kind === 'needs-answer' || failure.error.kind === 'incomplete')
    throw new Error(
      `the example cannot be written at "${where}": ${JSON.stringify(failure.error)}`,
    );
  return failure;
}
