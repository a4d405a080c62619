import { stageNumber } from '#shared/domain/kill-chain.ts';
import type { LaneId } from '#shared/domain/chain/chain-marks.ts';

/** Colours and type of the swimlane as the theme has them now. */
export type SwimlaneInk = {
  readonly font: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  /** What is left out of the axis. */
  readonly sunken: string;
  /** What a hollow mark is filled with. */
  readonly panel: string;
  readonly onStage: string;
  readonly lane: (lane: LaneId) => string;
};

/** Reads the tokens that hold for an element: a canvas knows no classes. */
export function readInk(element: Element): SwimlaneInk {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const stages = new Map<LaneId, string>();
  const lane = (id: LaneId): string => {
    const known = stages.get(id);
    if (known !== undefined) return known;
    const colour = token(id === 'defence' ? 'stage-none' : `stage-${stageNumber(id) ?? 'none'}`);
    stages.set(id, colour);
    return colour;
  };
  return {
    font: style.fontFamily,
    text: token('text'),
    muted: token('text-muted'),
    line: token('line-faint'),
    sunken: token('surface-sunken'),
    panel: token('surface-panel'),
    onStage: token('text-on-stage'),
    lane,
  };
}
