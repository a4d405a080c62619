import type { RescueChoices, RescuedCase, RescueFormat } from '../rescue/rescued-case.ts';
import { isAttackFlowDrawing, readAttackFlowBundle, readAttackFlowDrawing } from './attack-flow.ts';
import { isMisp, mispWithoutEvents, readMisp } from './misp.ts';
import { isNavigatorLayer, readNavigatorLayer } from './navigator.ts';
import { isAttackFlowBundle, isStix, readStix } from './stix.ts';
import { isVeris, readVeris } from './veris.ts';

type Reader = {
  readonly format: RescueFormat;
  readonly is: (file: unknown) => boolean;
  readonly read: (file: unknown, choices: RescueChoices) => RescuedCase;
};

/** In the order in which they are asked: an attack flow is a STIX bundle as well. */
const readers: readonly Reader[] = [
  { format: 'attack-flow', is: isAttackFlowBundle, read: readAttackFlowBundle },
  { format: 'attack-flow', is: isAttackFlowDrawing, read: readAttackFlowDrawing },
  { format: 'stix', is: isStix, read: readStix },
  { format: 'navigator', is: isNavigatorLayer, read: readNavigatorLayer },
  { format: 'veris', is: isVeris, read: readVeris },
  { format: 'misp', is: isMisp, read: readMisp },
];

/** A file in which people exchange what they know. */
export type DetectedExchange =
  | {
      readonly kind: 'case';
      readonly format: RescueFormat;
      readonly read: (choices: RescueChoices) => RescuedCase;
    }
  | { readonly kind: 'refused'; readonly format: RescueFormat; readonly object: string };

/** The format of an exchange file, by what is in it; undefined when it is none. */
export function detectExchange(value: unknown): DetectedExchange | undefined {
  const reader = readers.find(({ is }) => is(value));
  if (reader !== undefined) {
    const { format, read } = reader;
    return { kind: 'case', format, read: (choices) => read(value, choices) };
  }
  const object = mispWithoutEvents(value);
  return object === undefined ? undefined : { kind: 'refused', format: 'misp', object };
}
