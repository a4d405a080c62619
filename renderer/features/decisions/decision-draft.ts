import type { Decision, DecisionFields } from '#shared/domain/decision.ts';
import type { DraftOption } from './decision-options.tsx';

/** The options as they are written, and which of them was chosen. */
export type DraftChoice = {
  readonly options: readonly DraftOption[];
  readonly chosen: number | undefined;
};

/** Options to write in; what was chosen stands among them, whoever wrote it where. */
export function draftOptions({ options = [], chosen }: DecisionFields): DraftChoice {
  if (chosen == null)
    return {
      options: options.length > 0 ? options : [{ text: '', because: '' }],
      chosen: undefined,
    };
  const at = options.findIndex(({ text }) => text === chosen.text);
  return at >= 0
    ? { options, chosen: at }
    : { options: [...options, { text: chosen.text, because: '' }], chosen: options.length };
}

/** What a decision says of its options; empty ones are none, and an empty one cannot be chosen. */
export function choiceOf(
  { options, chosen }: DraftChoice,
  because: string,
): Pick<DecisionFields, 'options' | 'chosen'> {
  const text = chosen === undefined ? '' : (options[chosen]?.text.trim() ?? '');
  return {
    options: options
      .map((option, index) => ({
        text: option.text.trim(),
        because: index === chosen ? '' : option.because.trim(),
      }))
      .filter((option) => option.text !== ''),
    chosen: text === '' ? null : { text, because: because.trim() },
  };
}

/** The fields that differ from what is written; what nobody wrote and nobody fills in stays unwritten. */
export function changedDecision(
  before: Decision | undefined,
  next: DecisionFields,
): DecisionFields {
  const changed = Object.entries(next).filter(([name, value]) => {
    const old = before?.[name as keyof DecisionFields];
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (old === undefined && isEmpty) return false;
    return JSON.stringify(old) !== JSON.stringify(value);
  });
  return Object.fromEntries(changed);
}
