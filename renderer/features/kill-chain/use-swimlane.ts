import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { BrokenAxis, TimeSpan } from '#shared/domain/chain/broken-axis.ts';
import type { LaneId } from '#shared/domain/chain/chain-marks.ts';
import {
  groupOf,
  type LaneDrawing,
  type MarkGroup,
  nearestGroup,
  spanOfGroup,
} from '#shared/domain/chain/lay-out-lanes.ts';
import { axisHeight, laneHeight } from './swimlane-sizes.ts';

type SwimlaneOf = {
  readonly lanes: readonly LaneDrawing[];
  readonly axis: BrokenAxis;
  readonly span: TimeSpan;
  readonly isZoomed: boolean;
  readonly onSpan: (span: TimeSpan | undefined) => void;
  readonly onOpen: (entry: string) => void;
  readonly onGuide: (lane: LaneId) => void;
};

/** A hand that moves less than this while it presses means a click. */
const dragPx = 4;
const zoomStep = 0.6;
const panStep = 0.25;

/** Where the keyboard is: a lane, and the first mark of a group in it. */
type Cursor = { readonly lane: number; readonly mark: number };

/** How keys, pointer and wheel move over the swimlane, zoom it and open what they find. */
export function useSwimlane(of: SwimlaneOf) {
  const { lanes, axis, span, isZoomed, onSpan, onOpen, onGuide } = of;
  const [cursor, setCursor] = useState<Cursor>();
  const [pressed, setPressed] = useState<{ readonly x: number; readonly now: number }>();
  const area = useRef<HTMLDivElement>(null);

  const filled = lanes.findIndex(({ groups }) => groups.length > 0);
  const laneAt = cursor?.lane ?? Math.max(0, filled);
  const lane = lanes[laneAt];
  const groupAt =
    lane === undefined ? -1 : Math.max(cursor === undefined ? 0 : groupOf(lane, cursor.mark), -1);
  const group = lane?.groups[groupAt];

  const goTo = (index: number, at: number) => {
    const next = lanes[index];
    if (next === undefined) return;
    const target = next.groups[Math.min(Math.max(at, 0), next.groups.length - 1)];
    setCursor({ lane: index, mark: target?.first ?? -1 });
  };
  const step = (by: number) => {
    // From a mark that has gone out of sight to the nearest one that is there.
    if (group === undefined) return goTo(laneAt, by > 0 ? 0 : Number.MAX_SAFE_INTEGER);
    goTo(laneAt, groupAt + by);
  };
  const change = (by: number) => {
    const index = Math.min(Math.max(laneAt + by, 0), lanes.length - 1);
    const next = lanes[index];
    if (next !== undefined) goTo(index, Math.max(0, nearestGroup(next, group?.x ?? 0)));
  };
  const zoom = (factor: number, x = group?.x ?? axis.width / 2) => {
    const length = span.until - span.from;
    if (factor < 1) {
      const left = x - x * factor;
      return onSpan({ from: axis.ms(left), until: axis.ms(left + axis.width * factor) });
    }
    const more = (length * (factor - 1)) / 2;
    onSpan({ from: span.from - more, until: span.until + more });
  };
  const pan = (share: number) => {
    const by = (span.until - span.from) * share;
    onSpan({ from: span.from + by, until: span.until + by });
  };
  const open = (found: LaneDrawing, { first, count }: MarkGroup) => {
    const within = spanOfGroup(found, {
      x: 0,
      first,
      last: first + count - 1,
      count,
      hollow: false,
    });
    const entry = found.marks[first]?.entry;
    if (count > 1 && within.until > within.from) {
      const air = (within.until - within.from) * 0.05 + 500;
      onSpan({ from: within.from - air, until: within.until + air });
    } else if (entry !== undefined) onOpen(entry);
  };

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, shiftKey } = event;
    if (shiftKey && key === 'ArrowRight') pan(panStep);
    else if (shiftKey && key === 'ArrowLeft') pan(-panStep);
    else if (key === 'ArrowRight') step(1);
    else if (key === 'ArrowLeft') step(-1);
    else if (key === 'ArrowDown') change(1);
    else if (key === 'ArrowUp') change(-1);
    else if (key === 'Home') goTo(laneAt, 0);
    else if (key === 'End') goTo(laneAt, Number.MAX_SAFE_INTEGER);
    else if (key === '+' || key === ';') zoom(zoomStep);
    else if (key === '-') zoom(1 / zoomStep);
    else if (key === '0' || (key === 'Escape' && isZoomed)) onSpan(undefined);
    else if (key === 'Enter' && lane !== undefined && group !== undefined) open(lane, group);
    else if ((key === 'g' || key === 'G') && lane !== undefined) onGuide(lane.lane);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const placeOf = (event: { clientX: number; clientY: number }) => {
    const box = area.current?.getBoundingClientRect();
    return {
      x: Math.min(Math.max(event.clientX - (box?.left ?? 0), 0), axis.width),
      lane: Math.floor((event.clientY - (box?.top ?? 0) - axisHeight) / laneHeight),
    };
  };
  const release = (event: PointerEvent) => {
    if (pressed === undefined) return;
    setPressed(undefined);
    const { x, lane: index } = placeOf(event);
    if (Math.abs(x - pressed.x) >= dragPx)
      return onSpan({
        from: axis.ms(Math.min(x, pressed.x)),
        until: axis.ms(Math.max(x, pressed.x)),
      });
    const found = lanes[index];
    const hit = found && found.groups[nearestGroup(found, x)];
    if (found === undefined || hit === undefined || Math.abs(hit.x - x) > 14) return;
    setCursor({ lane: index, mark: hit.first });
    open(found, hit);
  };

  const onWheel = useRef<(event: WheelEvent) => void>(undefined);
  useEffect(() => {
    onWheel.current = (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      // Without a key the wheel scrolls the page, as everywhere.
      if (event.ctrlKey || event.metaKey)
        zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, placeOf(event).x);
      else if (sideways !== 0) pan(sideways / axis.width);
      else return;
      event.preventDefault();
    };
  });
  useEffect(() => {
    const element = area.current;
    const turn = (event: WheelEvent) => onWheel.current?.(event);
    // React listens passively, and a passive listener cannot keep the page from zooming.
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  });

  const handlers = {
    onKeyDown: press,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x } = placeOf(event);
      setPressed({ x, now: x });
    },
    onPointerMove: (event: PointerEvent) => {
      if (pressed !== undefined) setPressed({ ...pressed, now: placeOf(event).x });
    },
    onPointerUp: release,
    onPointerCancel: () => setPressed(undefined),
    onDoubleClick: () => isZoomed && onSpan(undefined),
  };
  const brush =
    pressed !== undefined && Math.abs(pressed.now - pressed.x) >= dragPx
      ? { left: Math.min(pressed.x, pressed.now), right: Math.max(pressed.x, pressed.now) }
      : undefined;
  return { area, lane, laneAt, group, groupAt, handlers, brush, zoom, pan, zoomStep, panStep };
}
