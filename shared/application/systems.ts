import type { AccountFields } from '../domain/account.ts';
import type { ServiceFields } from '../domain/business-service.ts';
import type { ContactFields } from '../domain/contact.ts';
import { type ClearanceGap, clearanceGap } from '../domain/examination.ts';
import { foldName } from '../domain/fold-name.ts';
import type { MovementFields } from '../domain/movement.ts';
import type { AssetFields } from '../domain/system.ts';
import type { Operation } from '../journal/operation.ts';
import { currentFields, type FieldsRecord, type StatefulRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** A thing on one of the registers, its fields as they stand. */
export type Registered<F> = { readonly id: string; readonly name: string; readonly fields: F };
/** The same with every state that was written of it, the oldest first. */
export type RegisteredStateful<F extends { readonly state?: unknown }> = Registered<F> & {
  readonly states: StatefulRecord<F>['states'];
};

type Named = {
  readonly name?: string | undefined;
  readonly removal?: { readonly removed: boolean } | undefined;
};

function standing(fields: Named): boolean {
  return fields.name !== undefined && fields.removal?.removed !== true;
}

/** What stands on a register of things with a state, by name. */
export function registeredStateful<F extends Named & { readonly state?: unknown }>(
  records: Iterable<StatefulRecord<F>>,
): readonly RegisteredStateful<F>[] {
  return [...records]
    .map(({ id, fields, states }) => ({ id, states, fields: currentFields<F>(fields) }))
    .filter(({ fields }) => standing(fields))
    .map((one) => ({ ...one, name: one.fields.name ?? '' }))
    .toSorted(byName);
}

/** Business services in the order of recovery; those without a place come last. */
export function registeredServices(
  records: Iterable<StatefulRecord<ServiceFields>>,
): readonly RegisteredStateful<ServiceFields>[] {
  const place = ({ fields }: { readonly fields: ServiceFields }): number =>
    fields.order ?? Number.MAX_SAFE_INTEGER;
  return registeredStateful(records).toSorted((a, b) => place(a) - place(b));
}

/** Suppliers and people to call, by name. */
export function registeredContacts(
  records: Iterable<FieldsRecord<ContactFields>>,
): readonly Registered<ContactFields>[] {
  return [...records]
    .map(({ id, fields }) => ({ id, fields: currentFields<ContactFields>(fields) }))
    .filter(({ fields }) => standing(fields))
    .map((one) => ({ ...one, name: one.fields.name ?? '' }))
    .toSorted(byName);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  const [one, other] = [foldName(a.name), foldName(b.name)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The names by which entries mention a system. */
export function namesOfSystem({ name, fields }: Registered<AssetFields>): readonly string[] {
  return [name, ...(fields.aliases ?? [])];
}

/** Names that entries use and no register knows, the most used first. */
export function unregisteredNames(
  used: Iterable<string>,
  registered: Iterable<string>,
): readonly { readonly name: string; readonly count: number }[] {
  const known = new Set([...registered].map(foldName));
  const counts = new Map<string, { name: string; count: number }>();
  for (const name of used) {
    const key = foldName(name);
    if (known.has(key)) continue;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { name, count: 1 });
    else counted.count += 1;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** Why something on a register was not written. */
export type RegisterRefusal =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-taken'; readonly name: string }
  /** A state says why, in words or with entries. */
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'not-clear'; readonly gap: ClearanceGap };

type FieldsByRegister = {
  readonly asset: AssetFields;
  readonly account: AccountFields;
  readonly service: ServiceFields;
  readonly contact: ContactFields;
  readonly movement: MovementFields;
};
export type RegisterName = keyof FieldsByRegister;

/** What somebody wants to write on a register; without an id it is something new. */
export type RegisterChange<R extends RegisterName = RegisterName> = {
  readonly [K in R]: {
    readonly register: K;
    readonly id?: string | undefined;
    readonly fields: FieldsByRegister[K];
  };
}[R];

/**
 * Writes fields of something on a register, and tells why not.
 *
 * `taken` are the names that stand there: a second record of the same name would split its history.
 */
export async function setOnRegister(
  writing: Writing,
  change: RegisterChange,
  taken: readonly string[] = [],
): Promise<Result<Saved & { readonly record: string }, AppendError | RegisterRefusal>> {
  const refused = refusalOf(change, taken);
  if (refused !== undefined) return err(refused);
  const record = change.id ?? writing.newId();
  const saved = await saveOperation(writing, operationOf(change, record, writing.newId()));
  return saved.ok ? ok({ ...saved.value, record }) : saved;
}

function refusalOf(change: RegisterChange, taken: readonly string[]): RegisterRefusal | undefined {
  if (change.register === 'movement') return undefined;
  const { name } = change.fields;
  if (change.id === undefined || name !== undefined) {
    if (name === undefined || name.trim() === '') return { kind: 'name-missing' };
    if (taken.some((one) => foldName(one) === foldName(name))) return { kind: 'name-taken', name };
  }
  if (!('state' in change.fields) || change.fields.state === undefined) return undefined;
  const { state } = change.fields;
  if (state.value === 'cleared') {
    const gap = clearanceGap('examination' in state ? state.examination : undefined);
    if (gap !== undefined) return { kind: 'not-clear', gap };
  }
  const isSaid = state.because.trim() !== '' || state.entries.length > 0;
  return isSaid || state.value === 'unknown' ? undefined : { kind: 'reason-missing' };
}

function operationOf(change: RegisterChange, record: string, id: string): Operation {
  switch (change.register) {
    case 'asset':
      return { t: 'asset.set', id, asset: record, fields: change.fields };
    case 'account':
      return { t: 'account.set', id, account: record, fields: change.fields };
    case 'service':
      return { t: 'service.set', id, service: record, fields: change.fields };
    case 'contact':
      return { t: 'contact.set', id, contact: record, fields: change.fields };
    case 'movement':
      return { t: 'movement.set', id, movement: record, fields: change.fields };
  }
}
