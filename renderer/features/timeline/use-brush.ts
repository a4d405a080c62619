import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Density } from './density-bins.ts';
import type { StripSpan } from './strip-drawing.tsx';

type BrushOf = {
  readonly density: Density | undefined;
  readonly width: number;
  /** True when the strip shows a span already. */
  readonly isZoomed: boolean;
  readonly onJump: (entry: string) => void;
  /** Shows a span only, or everything again. */
  readonly onZoom: (span: StripSpan | undefined) => void;
};

/** A hand that moves less than this while it presses means a click. */
const dragPx = 4;

/** How pointer and keys choose a bar of the strip, or a span of it: starts of the bars at both ends. */
export function useBrush({ density, width, isZoomed, onJump, onZoom }: BrushOf) {
  const [cursor, setCursor] = useState<number>();
  /** Where the span began; undefined while there is none. */
  const [anchor, setAnchor] = useState<number>();
  const [pressed, setPressed] = useState<{ readonly x: number; readonly start: number }>();
  const [pointed, setPointed] = useState<number>();
  const { bins = [], from = 0, to = 0, step = 1 } = density ?? {};
  const chosen = bins.findIndex(({ start }) => start === cursor);
  const span =
    anchor === undefined || cursor === undefined
      ? undefined
      : { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) + step };

  const timeAt = (event: PointerEvent) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return from + ((event.clientX - left) / width) * (to - from);
  };
  /** Start of the bar's place under the pointer, whether or not a bar stands there. */
  const startAt = (event: PointerEvent) => {
    const inside = Math.min(Math.max(timeAt(event), from), to - 1);
    return from + Math.floor((inside - from) / step) * step;
  };
  const nearest = (event: PointerEvent) => {
    const at = timeAt(event) - step / 2;
    let best = 0;
    for (const [index, bin] of bins.entries())
      if (Math.abs(bin.start - at) < Math.abs((bins[best]?.start ?? 0) - at)) best = index;
    return best;
  };
  const goTo = (index: number) => {
    const bin = bins[Math.min(Math.max(index, 0), bins.length - 1)];
    if (bin === undefined) return;
    setAnchor(undefined);
    setCursor(bin.start);
    onJump(bin.first);
  };
  const extendTo = (index: number) => {
    const bin = bins[Math.min(Math.max(index, 0), bins.length - 1)];
    if (bin === undefined) return;
    setAnchor(anchor ?? cursor ?? bin.start);
    setCursor(bin.start);
  };
  const zoom = (wanted: StripSpan | undefined) => {
    setAnchor(undefined);
    setCursor(undefined);
    onZoom(wanted);
  };
  const press = (event: KeyboardEvent) => {
    const go = event.shiftKey ? extendTo : goTo;
    if (event.key === 'ArrowRight') go(chosen + 1);
    else if (event.key === 'ArrowLeft') go(chosen - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(bins.length - 1);
    else if (event.key === 'Enter' && span !== undefined) zoom(span);
    else if (event.key === 'Escape' && span !== undefined) setAnchor(undefined);
    else if (event.key === 'Escape' && isZoomed) zoom(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handlers = {
    onKeyDown: press,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setAnchor(undefined);
      setPressed({ x: event.clientX, start: startAt(event) });
    },
    onPointerMove: (event: PointerEvent) => {
      setPointed(nearest(event));
      if (pressed === undefined) return;
      if (anchor === undefined && Math.abs(event.clientX - pressed.x) < dragPx) return;
      setAnchor(pressed.start);
      setCursor(startAt(event));
    },
    onPointerUp: (event: PointerEvent) => {
      if (pressed === undefined) return;
      setPressed(undefined);
      if (span === undefined) goTo(nearest(event));
      else zoom(span);
    },
    onPointerCancel: () => {
      setPressed(undefined);
      setAnchor(undefined);
    },
    onPointerLeave: () => setPointed(undefined),
    onDoubleClick: () => isZoomed && zoom(undefined),
  };
  return { cursor, chosen, span, pointed, handlers };
}
