import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../../records/language.tsx';
import { drawSwimlane, type SwimlanePicture } from './draw-swimlane.ts';
import { readInk, type SwimlaneInk } from './swimlane-ink.ts';
import styles from './swimlane.module.css';

type CanvasProps = Omit<SwimlanePicture, 'locale'> & { readonly height: number };

/** What the system may ask of colours while the window is open; the tokens answer to both. */
const systemLookQueries = ['(prefers-contrast: more)', '(forced-colors: active)'] as const;

/**
 * The drawing of the swimlane, as sharp as the screen.
 *
 * Nothing in it takes the keyboard or is read out: the slider around it says every mark, and the table says all.
 */
export const SwimlaneCanvas = memo(function SwimlaneCanvas({ height, ...picture }: CanvasProps) {
  const locale = useLanguage();
  const { width } = picture.axis;
  const element = useRef<HTMLCanvasElement>(null);
  const ink = useRef<SwimlaneInk>(undefined);
  const redraw = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    redraw.current = () => {
      const { current: canvas } = element;
      const paper = canvas?.getContext('2d');
      if (canvas === null || paper == null) return;
      const scale = window.devicePixelRatio;
      resize(canvas, Math.round(width * scale), Math.round(height * scale));
      paper.setTransform(scale, 0, 0, scale, 0, 0);
      paper.clearRect(0, 0, width, height);
      ink.current ??= readInk(canvas);
      drawSwimlane(paper, { ...picture, locale }, ink.current);
    };
    redraw.current();
  });
  useEffect(() => {
    const again = () => {
      ink.current = undefined;
      redraw.current?.();
    };
    // Theme and language choose colours and type; a zoom of the window or another screen changes the px of a px.
    const looks = new MutationObserver(again);
    looks.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
    const systemLooks = systemLookQueries.map((query) => window.matchMedia(query));
    for (const query of systemLooks) query.addEventListener('change', again);
    const pixels = new ResizeObserver(() => redraw.current?.());
    if (element.current !== null)
      pixels.observe(element.current, { box: 'device-pixel-content-box' });
    return () => {
      looks.disconnect();
      for (const query of systemLooks) query.removeEventListener('change', again);
      pixels.disconnect();
    };
  }, []);
  return (
    <canvas ref={element} className={styles['canvas']} style={{ width, height }} aria-hidden />
  );
});

/** A canvas that is told its size anew throws its memory away, even where the size is the same. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
