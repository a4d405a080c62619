import type { SeenVector } from './causality.ts';
import type { SignedLine } from './envelope.ts';
import type { OperationOf } from './operation.ts';
import type { EvidenceRecord, RecordChange, RecordReader } from './records.ts';
import { originOf, writeFields } from './write-fields.ts';

/** Folds what is written about an item of evidence; `claimed` when another writer's id was taken before. */
export function foldEvidence(
  read: RecordReader,
  line: SignedLine,
  operation: OperationOf<'evidence.add' | 'evidence.item' | 'evidence.set' | 'evidence.custody'>,
  vector: SeenVector,
): RecordChange | 'claimed' | undefined {
  const changed = (record: EvidenceRecord): RecordChange => ({ collection: 'evidence', record });
  switch (operation.t) {
    case 'evidence.add':
    case 'evidence.item': {
      const { t: _t, id, fields: said = {}, ...item } = operation;
      const before = recordOrEmpty(read, id);
      if (before.item !== undefined)
        return before.origin?.feed === line.p.feed ? undefined : 'claimed';
      const fields = writeFields(before.fields, said, line, vector);
      return changed({ ...before, origin: originOf(line), item, fields });
    }
    case 'evidence.set': {
      const before = recordOrEmpty(read, operation.evidence);
      const fields = writeFields(before.fields, operation.fields, line, vector);
      return changed({ ...before, fields });
    }
    case 'evidence.custody': {
      const { t: _t, id: op, ...event } = operation;
      const before = recordOrEmpty(read, event.evidence);
      if (before.custody.some((known) => known.op === op)) return undefined;
      return changed({
        ...before,
        custody: [...before.custody, { ...originOf(line), op, event }],
      });
    }
  }
}

function recordOrEmpty(read: RecordReader, id: string): EvidenceRecord {
  return read.get('evidence', id) ?? { id, fields: {}, custody: [] };
}
