import type { IndicatorFields } from '../../domain/indicator.ts';
import { type Tlp, tlpLabels } from '../../domain/incident.ts';
import { cutText } from './field-value.ts';
import type { IndicatorType } from '../../indicators/found-span.ts';
import { indicatorKey } from '../../indicators/indicator-key.ts';
import { indicatorTypeOf } from '../../indicators/type-words.ts';
import { refangValue } from '../../indicators/value-form.ts';
import type { RescuedIndicator, RowRemark } from './rescued-case.ts';

export type IndicatorDraft = {
  /** As the file writes it, defanged or not. */
  readonly value: string;
  /** The tool's word for the type; empty when it has none and the value decides. */
  readonly typeWord: string;
  /** Where it is known already, whatever the word says. */
  readonly type?: IndicatorType | undefined;
  readonly state?: IndicatorFields['state'];
  readonly confidence?: IndicatorFields['confidence'];
  readonly tlp?: Tlp | undefined;
  readonly firstSeen?: string | undefined;
  readonly lastSeen?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly stages?: readonly string[];
  readonly techniques?: readonly string[];
  readonly systems?: readonly string[];
  /** Entries by their place in the case. */
  readonly entries?: readonly number[];
  readonly origin?: string;
  readonly note?: string;
};

type Merged = {
  readonly type: IndicatorType;
  readonly value: string;
  state: IndicatorFields['state'];
  confidence: IndicatorFields['confidence'];
  tlp: Tlp | undefined;
  firstSeen: string | undefined;
  lastSeen: string | undefined;
  validUntil: string | undefined;
  readonly stages: Set<string>;
  readonly techniques: Set<string>;
  readonly systems: Set<string>;
  readonly entries: Set<number>;
  readonly origins: Set<string>;
  readonly notes: Set<string>;
};

/** Indicators, one for each type and value. */
export class IndicatorList {
  readonly #byValue = new Map<string, Merged>();

  /** What has to be said of the row. */
  add(draft: IndicatorDraft): readonly RowRemark[] {
    const remarks: RowRemark[] = [];
    const value = draft.type === undefined ? refangValue(draft.value) : draft.value;
    if (value !== draft.value) remarks.push('refanged');
    const { type, isKnown, agrees } =
      draft.type === undefined
        ? indicatorTypeOf(draft.typeWord, value)
        : { type: draft.type, isKnown: true, agrees: true };
    if (!isKnown) remarks.push('word-kept-in-note');
    if (!agrees) remarks.push('type-from-value');
    const key = indicatorKey(type, value);
    const before = this.#byValue.get(key);
    if (before !== undefined) remarks.push('merged');
    const merged = before ?? emptyIndicator(type, value);
    this.#byValue.set(key, merged);
    merge(merged, draft);
    if (!isKnown || !agrees) merged.notes.add(`type: ${draft.typeWord}`);
    return remarks;
  }

  all(): readonly RescuedIndicator[] {
    return [...this.#byValue.values()].map(toRescued);
  }
}

function emptyIndicator(type: IndicatorType, value: string): Merged {
  return {
    type,
    value,
    state: undefined,
    confidence: undefined,
    tlp: undefined,
    firstSeen: undefined,
    lastSeen: undefined,
    validUntil: undefined,
    stages: new Set(),
    techniques: new Set(),
    systems: new Set(),
    entries: new Set(),
    origins: new Set(),
    notes: new Set(),
  };
}

function merge(into: Merged, draft: IndicatorDraft): void {
  const { tlp, firstSeen, lastSeen, origin = '', note = '' } = draft;
  into.state ??= draft.state;
  into.confidence ??= draft.confidence;
  // Whoever shares less is heard.
  if (
    tlp !== undefined &&
    (into.tlp === undefined || tlpLabels.indexOf(tlp) > tlpLabels.indexOf(into.tlp))
  )
    into.tlp = tlp;
  if (firstSeen !== undefined && (into.firstSeen === undefined || firstSeen < into.firstSeen))
    into.firstSeen = firstSeen;
  if (lastSeen !== undefined && (into.lastSeen === undefined || lastSeen > into.lastSeen))
    into.lastSeen = lastSeen;
  // The later one: what one source still blocks is blocked.
  const { validUntil } = draft;
  if (validUntil !== undefined && (into.validUntil === undefined || validUntil > into.validUntil))
    into.validUntil = validUntil;
  for (const stage of draft.stages ?? []) into.stages.add(stage);
  for (const id of draft.techniques ?? []) into.techniques.add(id);
  for (const name of draft.systems ?? []) if (name !== '') into.systems.add(name);
  for (const entry of draft.entries ?? []) into.entries.add(entry);
  if (origin !== '') into.origins.add(origin);
  if (note !== '') into.notes.add(note);
}

function toRescued(merged: Merged): RescuedIndicator {
  const { type, value, state, confidence, tlp, firstSeen, lastSeen } = merged;
  const origin = cutText([...merged.origins].join('; '), 2_000);
  const note = cutText([...merged.notes].join('\n'), 20_000);
  return {
    fields: {
      type,
      value,
      ...(state !== undefined && { state }),
      ...(confidence !== undefined && { confidence }),
      ...(tlp !== undefined && { tlp }),
      ...(firstSeen !== undefined && { firstSeen }),
      ...(lastSeen !== undefined && { lastSeen }),
      ...(merged.validUntil !== undefined && { validUntil: merged.validUntil }),
      ...(merged.stages.size > 0 && { stages: [...merged.stages].slice(0, 50) }),
      ...(merged.techniques.size > 0 && { techniques: [...merged.techniques].slice(0, 100) }),
      ...(merged.systems.size > 0 && { systems: [...merged.systems].slice(0, 500) }),
      ...(origin !== '' && { origin }),
      ...(note !== '' && { note }),
    },
    entries: [...merged.entries].slice(0, 500),
  };
}
