import { tlpOrder } from '../catalogue/tlp.ts';
import type { Tlp } from '../domain/incident.ts';
import type { SignedLine } from '../journal/envelope.ts';
import type { NotebookState } from '../journal/fold.ts';
import { keysOf, readOperation } from '../journal/line-keys.ts';
import { placeOf } from '../journal/redacted-line.ts';
import type { LeftOut, LeftOutReason } from './export-case.ts';
import type { RecordKind } from './export-formats.ts';
import { heldBackNames } from './held-back-names.ts';
import { limitCase } from './limit-case.ts';
import { type AnyRule, incidentRules, recordFields, type Role } from './record-fields.ts';
import { incidentLabel } from './record-label.ts';
import { wordsOf } from './record-words.ts';
import {
  isSaid,
  kindOfCollection,
  type Members,
  recordsIn,
  saidOf,
  structureOf,
} from './said-in-export.ts';

/** What a redacted copy is to hide. */
export type RedactionWish = {
  /** Hides what no export under this limit would say. */
  readonly tlp?: Tlp | undefined;
  /** Fields that are hidden wherever they stand, as `hideableFields` names them. */
  readonly fields: readonly string[];
};

/** Why a value is hidden. */
export const hiddenReasons = [
  /** Its record is above the limit. */
  'label',
  /** It names something that may not go out. */
  'names-held-back',
  /** The name of a person, where the incident itself may not go out. */
  'person',
  /** The export says something else there: it was replaced, or points to what stays behind. */
  'replaced',
  /** Nothing says that it may go. */
  'no-rule',
  /** Somebody wanted it hidden. */
  'chosen',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** Values that are hidden for one reason at one place of one type of line. */
export type HiddenCount = {
  readonly type: string;
  readonly at: string;
  readonly reason: HiddenReason;
  readonly count: number;
};

/** What of each line is hidden, and why. */
export type RedactionPlan = {
  /** Places by the hash of the line; lines that stay whole are not in it. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly hidden: readonly HiddenCount[];
  /** The fields of `hideableFields` that stand in a line, and in how many: what there is to choose from. */
  readonly fields: readonly FieldCount[];
  /** Records that stay behind as a whole. */
  readonly leftOut: readonly LeftOut[];
};

/** How often a field that can be hidden stands in the lines. */
export type FieldCount = { readonly field: string; readonly count: number };

const nameRoles: ReadonlySet<Role> = new Set(['name', 'named']);
const wordRoles: ReadonlySet<Role> = new Set(['name', 'text', 'named', 'person']);

/** The fields that somebody may choose to hide: `by`, `feed.host`, `entry.text`, `system.name`. */
export const hideableFields: ReadonlySet<string> = new Set([
  'by',
  ...['device', 'host', 'user'].map((field) => `feed.${field}`),
  ...Object.keys(incidentRules).map((field) => `incident.${field}`),
  ...Object.entries(recordFields).flatMap(([kind, rules]) =>
    [
      ...Object.keys(rules),
      ...(kind === 'evidence' ? Object.keys(recordFields.evidence.fields) : []),
    ]
      .filter((field) => !['id', 'by', 'created', 'modified', 'label', 'fields'].includes(field))
      .map((field) => `${kind}.${field}`),
  ),
]);

type HiddenAt = Map<string, HiddenReason>;
type Judged = {
  readonly line: SignedLine;
  readonly kind: RecordKind | 'incident' | 'feed' | undefined;
  readonly hidden: HiddenAt;
};

/**
 * Decides what of every line a redacted copy hides.
 *
 * Under a limit a value shows only where a limited export says the same of the same record; so there is one table
 * of what may go, and what was corrected away stays behind. A field that was chosen is hidden in every line.
 */
export function planRedaction(
  state: NotebookState,
  notebook: string,
  lines: readonly SignedLine[],
  wish: RedactionWish,
): RedactionPlan {
  const { tlp } = wish;
  const limited = tlp === undefined ? undefined : limitCase(state, notebook, 'json', { tlp });
  const judge = judgeUnder(limited, {
    hidesPeople: tlp !== undefined && tlpOrder(incidentLabel(state)) > tlpOrder(tlp),
  });
  const chosen = new Set(wish.fields);
  const counts = new Map([...hideableFields].map((field) => [field, 0]));
  const judged = lines.map((line): Judged => {
    const { kind, hidden } = judge(line);
    for (const { at, field } of membersOf(line)) {
      const name = at === '/by' ? 'by' : `${kind}.${field}`;
      const count = counts.get(name);
      if (count === undefined) continue;
      counts.set(name, count + 1);
      if (chosen.has(name)) hidden.set(at, 'chosen');
    }
    return { line, kind, hidden };
  });
  hideNamed(judged);
  hideRoots(judged);
  return {
    places: new Map(
      judged
        .filter(({ hidden }) => hidden.size > 0)
        .map(({ line, hidden }) => [line.hash, [...hidden.keys()].toSorted()]),
    ),
    hidden: countHidden(judged),
    fields: [...counts].flatMap(([field, count]) => (count > 0 ? [{ field, count }] : [])),
    leftOut: limited?.leftOut ?? [],
  };
}

type Member = { readonly at: string; readonly field: string; readonly value: unknown };

/** Everything in a line that may be hidden: who wrote, and the members of the operation. */
function membersOf({ p }: SignedLine): readonly Member[] {
  const { op } = p;
  const kept = new Set(structureOf(op.t));
  const members = Object.entries(op).flatMap(([field, value]): readonly Member[] => {
    if (kept.has(field)) return [];
    if (field !== 'fields' || typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ at: placeOf('op', field), field, value }];
    return Object.entries(value).map(([inner, one]) => ({
      at: placeOf('op', 'fields', inner),
      field: inner,
      value: one as unknown,
    }));
  });
  return [{ at: '/by', field: 'by', value: p.by }, ...members];
}

function judgeUnder(
  limited: ReturnType<typeof limitCase> | undefined,
  { hidesPeople }: { readonly hidesPeople: boolean },
): (line: SignedLine) => Pick<Judged, 'kind' | 'hidden'> {
  const records = limited && recordsIn(limited);
  const reasons = new Map<string, LeftOutReason>(
    (limited?.leftOut ?? []).flatMap(({ kind, reason, ids }) =>
      ids.map((id) => [`${kind} ${id}`, reason]),
    ),
  );
  return (line) => {
    const operation = readOperation(line);
    const [, , target] = keysOf(line, operation);
    const kind =
      operation?.t === 'feed.open'
        ? 'feed'
        : target?.collection === 'incident'
          ? 'incident'
          : target && kindOfCollection[target.collection];
    const hidden: HiddenAt = new Map();
    if (limited === undefined) return { kind, hidden };
    if (hidesPeople) hidden.set('/by', 'person');
    const record =
      kind === undefined || kind === 'feed' || kind === 'incident'
        ? undefined
        : records?.get(kind)?.get(target?.id ?? '');
    const said = operation === undefined ? {} : saidOf(operation, record, limited.content.incident);
    for (const { at, field, value } of membersOf(line)) {
      if (at === '/by' || isSaid(value, saidAt(said, at, field))) continue;
      const left = reasons.get(kind === 'incident' ? `incident ${field}` : `${kind} ${target?.id}`);
      hidden.set(at, reasonOf(left, kind, field));
    }
    return { kind, hidden };
  };
}

function saidAt(said: Members, at: string, field: string): unknown {
  if (!at.startsWith('/op/fields/')) return Object.hasOwn(said, field) ? said[field] : undefined;
  const fields = said['fields'];
  return typeof fields === 'object' && fields !== null && Object.hasOwn(fields, field)
    ? (fields as Members)[field]
    : undefined;
}

function reasonOf(
  left: LeftOutReason | undefined,
  kind: Judged['kind'],
  field: string,
): HiddenReason {
  if (left === 'label' || left === 'names-held-back') return left;
  const rule = ruleOf(kind, field);
  return rule === undefined || rule === 'earlier' ? 'no-rule' : 'replaced';
}

function ruleOf(kind: Judged['kind'], field: string): AnyRule | undefined {
  if (kind === undefined || kind === 'feed') return undefined;
  const rules: AnyRule = kind === 'incident' ? incidentRules : recordFields[kind];
  const inner: AnyRule | undefined = kind === 'evidence' ? recordFields.evidence.fields : undefined;
  for (const table of [rules, inner])
    if (typeof table === 'object' && Object.hasOwn(table, field)) return table[field];
  return undefined;
}

/** Hides what names something hidden, until nothing that shows does. */
function hideNamed(judged: readonly Judged[]): void {
  const names = new Set<string>();
  const addNames = ({ line, kind, hidden }: Judged): void => {
    for (const { at, field, value } of membersOf(line)) {
      const reason = hidden.get(at);
      const rule = ruleOf(kind, field);
      if (reason === 'chosen' || reason === 'person')
        for (const text of textsIn(value)) names.add(text);
      else if ((reason === 'label' || reason === 'names-held-back') && rule !== undefined)
        for (const text of wordsOf(value, rule, nameRoles)) names.add(text);
    }
  };
  for (const one of judged) addNames(one);
  for (let known = -1; names.size > known;) {
    known = names.size;
    const namesAny = heldBackNames(names);
    for (const one of judged)
      for (const { at, field, value } of membersOf(one.line)) {
        if (one.hidden.has(at)) continue;
        const rule = ruleOf(one.kind, field);
        const texts = rule === undefined ? textsIn(value) : wordsOf(value, rule, wordRoles);
        if (namesAny(texts)) one.hidden.set(at, 'names-held-back');
      }
    for (const one of judged) addNames(one);
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The root of the evidence would tell a file that is hidden from one that somebody tries. */
function hideRoots(judged: readonly Judged[]): void {
  const hidesFile = judged.some(
    ({ line, hidden }) =>
      line.p.op.t === 'evidence.add' &&
      ['/op/no', '/op/size', '/op/sha256'].some((at) => hidden.has(at)),
  );
  if (!hidesFile) return;
  for (const { line, hidden } of judged)
    if (line.p.op.t === 'seal' && 'evidence' in line.p.op) hidden.set('/op/evidence', 'label');
}

function countHidden(judged: readonly Judged[]): readonly HiddenCount[] {
  const counts = new Map<string, HiddenCount>();
  for (const { line, hidden } of judged)
    for (const [at, reason] of hidden) {
      const { t: type } = line.p.op;
      const key = JSON.stringify([type, at, reason]);
      counts.set(key, { type, at, reason, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
