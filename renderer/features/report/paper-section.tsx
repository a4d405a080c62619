import {
  createElement,
  memo,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { PaperElement } from '#shared/report/paper-tree.ts';
import { classNames } from '../../ui/class-names.ts';
import { drawPaper } from './paper-element.tsx';
import { holdsAnchor, isSameNode, type PaperPart, partsOf } from './paper-parts.ts';
import { PaperPlaceContext } from './paper-place.ts';
import styles from './paper-section.module.css';

/** A line of a table is about this high before it has been drawn. */
const rowHeightPx = 44;
/** Parts are drawn before they come into sight. */
const drawAheadPx = 1500;

type PaperSectionProps = {
  readonly node: PaperElement;
  /** A button beside the heading. */
  readonly tools?: ReactNode;
  /** Stands in the place of everything under the heading. */
  readonly instead?: ReactNode;
};

/** One section of the paper. Long tables are drawn as they come into sight. */
export const PaperSection = memo(function PaperSection(props: PaperSectionProps) {
  const { node, tools, instead } = props;
  const { class: look = '', ...attributes } = node.attributes;
  const [heading, ...rest] = partsOf(node);
  return createElement(
    node.tag,
    { ...attributes, className: classNames(String(look), styles['section']) },
    heading && drawPaper(heading.node),
    tools === undefined || tools === null ? null : <div className={styles['tools']}>{tools}</div>,
    instead ?? rest.map((part, at) => drawPart(part, at)),
  );
}, isSameSection);

function isSameSection(before: PaperSectionProps, after: PaperSectionProps): boolean {
  return (
    before.tools === after.tools &&
    before.instead === after.instead &&
    isSameNode(before.node, after.node)
  );
}

function drawPart(part: PaperPart, at: number): ReactNode {
  return part.rows === 0 ? drawPaper(part.node, at) : <TablePart key={at} part={part} />;
}

const TablePart = memo(
  function TablePart({ part }: { readonly part: PaperPart }) {
    const box = useRef<HTMLDivElement>(null);
    const drawn = useDrawn(box, part);
    const height = part.rows * rowHeightPx;
    return (
      <div
        ref={box}
        className={styles['part']}
        data-goes-on={part.goesOn || undefined}
        style={{ containIntrinsicBlockSize: `auto ${height}px` }}
      >
        {drawn ? drawPaper(part.node) : <div style={{ height }} />}
      </div>
    );
  },
  (before, after) =>
    before.part.goesOn === after.part.goesOn && isSameNode(before.part.node, after.part.node),
);

/** True from the moment at which a part comes near, or somebody asks for an anchor in it. */
function useDrawn(box: RefObject<HTMLElement | null>, part: PaperPart): boolean {
  const { scroller, requests, drawAll } = use(PaperPlaceContext);
  const [drawn, setDrawn] = useState(drawAll);
  useEffect(() => {
    const element = box.current;
    if (drawn || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setDrawn(true);
      },
      { root: scroller.current, rootMargin: `${drawAheadPx}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawn, box, scroller]);
  useEffect(() => {
    if (drawn) return;
    const answer = (anchor: string) => {
      if (holdsAnchor(part.node, anchor)) flushSync(() => setDrawn(true));
    };
    requests.add(answer);
    return () => void requests.delete(answer);
  }, [drawn, part, requests]);
  return drawn || drawAll;
}
