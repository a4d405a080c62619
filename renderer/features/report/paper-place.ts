import { createContext, type RefObject } from 'react';

/** What the parts of the paper know of the place they are drawn in. */
export type PaperPlace = {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Asked when somebody follows a link to an anchor that may not be drawn yet. */
  readonly requests: Set<(anchor: string) => void>;
  /** True for a paper that is short enough to be drawn at once. */
  readonly drawAll: boolean;
};

export const PaperPlaceContext = createContext<PaperPlace>({
  scroller: { current: null },
  requests: new Set(),
  drawAll: true,
});
