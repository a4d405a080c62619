import type { SeenVector } from './causality.ts';
import type { SignedLine } from './envelope.ts';
import type {
  FieldsRecord,
  RecordChange,
  RecordReader,
  Records,
  StatefulRecord,
} from './records.ts';
import { originOf, writeFields } from './write-fields.ts';

/** Collections whose records are things with one register a field. */
type FieldsCollection =
  | 'contacts'
  | 'movements'
  | 'indicators'
  | 'filters'
  | 'paths'
  | 'questions'
  | 'coverage'
  | 'courses'
  | 'decisions'
  | 'authorities'
  | 'deadlines'
  | 'devices'
  | 'lessons'
  | 'reviews'
  | 'minutes';
/** Collections of things whose state changes. */
type StatefulCollection = 'assets' | 'accounts' | 'services' | 'actions';
type FieldsOf<C extends FieldsCollection | StatefulCollection> =
  Records[C] extends FieldsRecord<infer F extends object> ? F : never;

/** Writes fields of a thing to their registers. */
export function foldFields<C extends FieldsCollection>(
  read: RecordReader,
  collection: C,
  id: string,
  fields: FieldsOf<C>,
  line: SignedLine,
  vector: SeenVector,
): RecordChange {
  // The compiler does not follow one collection through its record to its fields.
  const before = read.get(collection, id) as FieldsRecord<FieldsOf<C>> | undefined;
  const record: FieldsRecord<FieldsOf<C>> = {
    id,
    origin: before?.origin ?? originOf(line),
    fields: writeFields(before?.fields ?? {}, fields, line, vector),
  };
  return { collection, record };
}

/** Writes fields to their registers, and a state also to the list of all that were written. */
export function foldStateful<C extends StatefulCollection>(
  read: RecordReader,
  collection: C,
  id: string,
  operation: { readonly id: string; readonly fields: FieldsOf<C> },
  line: SignedLine,
  vector: SeenVector,
): RecordChange {
  // The compiler does not follow one collection through its record to its fields.
  const before = read.get(collection, id) as StatefulRecord<FieldsOf<C>> | undefined;
  const { id: op, fields } = operation;
  const { state } = fields as {
    readonly state?: StatefulRecord<FieldsOf<C>>['states'][number]['state'];
  };
  const states = before?.states ?? [];
  const isRepeat = states.some((known) => known.op === op && known.feed === line.p.feed);
  const record: StatefulRecord<FieldsOf<C>> = {
    id,
    origin: before?.origin ?? originOf(line),
    fields: writeFields(before?.fields ?? {}, fields, line, vector),
    states:
      state === undefined || isRepeat ? states : [...states, { ...originOf(line), op, state }],
  };
  return { collection, record } as RecordChange;
}
