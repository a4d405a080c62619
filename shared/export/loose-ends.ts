import type { CaseRecords } from './case-records.ts';
import { forEachKind, type RecordKind } from './export-formats.ts';
import { type AnyRule, recordFields, type Role } from './record-fields.ts';

/** What may go with a record: a string of that role, another one in its place, or nothing. */
type Cut = (text: string, role: Role) => string | undefined;

/**
 * Takes from records what points to records that stay behind, and where the incident itself stays behind also
 * the names of systems, accounts and people, which have its label. A field without a rule does not go.
 */
export function withoutLooseEnds(
  kept: CaseRecords,
  { isHeldBack, isLimited }: { readonly isHeldBack: boolean; readonly isLimited: boolean },
): CaseRecords {
  const idsOf = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(records.map(({ id }) => id));
  const going = {
    entry: idsOf(kept.entry),
    evidence: idsOf(kept.evidence),
    source: idsOf(kept.source),
    system: idsOf(kept.system),
    path: idsOf(kept.path),
    authority: idsOf(kept.authority),
  };
  const cut: Cut = (text, role) => {
    switch (role) {
      case 'name':
      case 'text':
      case 'code':
        return text;
      case 'named':
        return isHeldBack ? undefined : text;
      case 'person':
        return isHeldBack ? '' : text;
      case 'entry':
      case 'evidence':
      case 'source':
      case 'system':
      case 'path':
      case 'authority':
        return going[role].has(text) ? text : undefined;
    }
  };
  const cutAll = (kind: RecordKind) =>
    kept[kind].map((record) => cutFields(record, recordFields[kind], cut, isLimited));
  const left = forEachKind<CaseRecords>(cutAll);
  return {
    ...left,
    entry: left.entry.map((entry) => ({ ...entry, source: entry.source ?? null })),
  };
}

/** The fields of a record that have a rule, each cut. */
function cutFields<R extends object>(record: R, rules: AnyRule, cut: Cut, isLimited: boolean): R {
  const fields = Object.entries(record).flatMap(([field, value]: [string, unknown]) => {
    const rule = ruleOf(rules, field);
    const left = rule === undefined ? undefined : cutValue(value, rule, cut, isLimited);
    return left === undefined ? [] : [[field, left]];
  });
  // The rules have exactly the fields of the record, and cutting changes no type.
  return Object.fromEntries(fields) as R;
}

function ruleOf(rules: AnyRule, field: string): AnyRule | undefined {
  return typeof rules === 'object' && Object.hasOwn(rules, field) ? rules[field] : undefined;
}

function cutValue(value: unknown, rule: AnyRule, cut: Cut, isLimited: boolean): unknown {
  if (rule === 'earlier') return isLimited ? [] : value;
  if (Array.isArray(value))
    return value
      .map((one: unknown) => cutElement(one, rule, cut, isLimited))
      .filter((one) => one !== undefined);
  if (typeof rule === 'string') return typeof value === 'string' ? cut(value, rule) : value;
  return typeof value === 'object' && value !== null
    ? cutFields(value, rule, cut, isLimited)
    : value;
}

/** An element of a list that loses a string of its own says nothing any more and goes as a whole. */
function cutElement(value: unknown, rule: AnyRule, cut: Cut, isLimited: boolean): unknown {
  const left = cutValue(value, rule, cut, isLimited);
  if (typeof value !== 'object' || value === null || typeof left !== 'object' || left === null)
    return left;
  const isWhole = Object.entries(value).every(
    ([field, was]) =>
      was === undefined || ruleOf(rule, field) === undefined || Object.hasOwn(left, field),
  );
  return isWhole ? left : undefined;
}
