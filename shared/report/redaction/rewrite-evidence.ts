import type { AnyItem, CustodyEvent, FileReference } from '../../domain/evidence.ts';
import { type EvidenceFields, evidenceTextFields } from '../../domain/evidence-fields.ts';
import type { EvidenceRecord, FieldRegisters } from '../../journal/records.ts';

type Rewrite = (text: string) => string;

/** An item in which everything that a person typed or is called has gone through a function. */
export function rewriteEvidence(record: EvidenceRecord, rewrite: Rewrite): EvidenceRecord {
  const { item, origin } = record;
  return {
    ...record,
    ...(origin && { origin: { ...origin, by: rewrite(origin.by) } }),
    ...(item && { item: rewriteItem(item, rewrite) }),
    fields: rewriteFields(record.fields, rewrite),
    custody: record.custody.map((custody) => ({
      ...custody,
      by: rewrite(custody.by),
      event: rewriteEvent(custody.event, rewrite),
    })),
  };
}

function rewriteItem(item: AnyItem, rewrite: Rewrite): AnyItem {
  return {
    ...item,
    name: rewrite(item.name),
    note: rewrite(item.note),
    ...rewritePlace(item, rewrite),
    ...(item.folder && {
      folder: { name: rewrite(item.folder.name), path: rewrite(item.folder.path) },
    }),
    ...(item.reference && {
      reference: {
        ...item.reference,
        medium: rewrite(item.reference.medium),
        ...rewritePlace(item.reference, rewrite),
      },
    }),
  };
}

/** Where a file lies. */
function rewritePlace(
  { origin, volume }: Pick<FileReference, 'origin' | 'volume'>,
  rewrite: Rewrite,
): Pick<FileReference, 'origin' | 'volume'> {
  return {
    // Its bytes say what its text says.
    ...(origin && { origin: { path: rewrite(origin.path), pathBytes: '' } }),
    ...(volume && {
      volume: {
        ...volume,
        ...(volume.mount !== undefined && { mount: rewrite(volume.mount) }),
        ...(volume.source !== undefined && { source: rewrite(volume.source) }),
      },
    }),
  };
}

function rewriteFields(
  fields: FieldRegisters<EvidenceFields>,
  rewrite: Rewrite,
): FieldRegisters<EvidenceFields> {
  const texts: ReadonlySet<string> = new Set(evidenceTextFields);
  const rewritten = (name: string, value: unknown): unknown => {
    if (typeof value === 'string' && texts.has(name)) return rewrite(value);
    if (name === 'clock' && isObject(value))
      return { ...value, how: rewrite(String(value['how'])) };
    if (name === 'acquiredAt' && isObject(value))
      return { ...value, text: rewrite(String(value['text'])) };
    return value;
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, register]) => [
      name,
      register.map((written) => ({
        ...written,
        by: rewrite(written.by),
        value: rewritten(name, written.value),
      })),
    ]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function rewriteEvent(event: CustodyEvent, rewrite: Rewrite): CustodyEvent {
  const { at, witness, delivery, seal, sheet } = event;
  return {
    ...event,
    from: rewrite(event.from),
    to: rewrite(event.to),
    place: rewrite(event.place),
    purpose: rewrite(event.purpose),
    note: rewrite(event.note),
    ...(at !== undefined && { at: { ...at, text: rewrite(at.text) } }),
    ...(witness !== undefined && { witness: rewrite(witness) }),
    ...(delivery !== undefined && { delivery: rewrite(delivery) }),
    ...(seal !== undefined && { seal: rewrite(seal) }),
    ...(sheet !== undefined && { sheet: rewrite(sheet) }),
  };
}
