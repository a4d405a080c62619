import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RegisteredIndicator } from '#shared/application/indicators.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { defang } from '#shared/indicators/defang.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { confidenceMessages } from '#shared/i18n/entry-words.ts';
import { indicatorStateMessages, indicatorTypeMessages } from '#shared/i18n/indicator-words.ts';
import { useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { placeAfterKey } from '../../ui/place-after-key.ts';
import styles from './indicator-table.module.css';

type IndicatorTableProps = {
  readonly indicators: readonly RegisteredIndicator[];
  /** The row that the keyboard is on. */
  readonly active: string | undefined;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** Height of a row as the style sheet has it, in pixels. */
const rowPx = 32;
/** Rows that are drawn above and below what is seen. */
const margin = 10;

/** The register; only the rows that are seen are drawn. Arrow keys move, Enter opens. */
export function IndicatorTable({ indicators, active, onActive, onOpen }: IndicatorTableProps) {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const from = Math.max(0, Math.floor(top / rowPx) - margin);
  const to = Math.min(indicators.length, Math.ceil((top + height) / rowPx) + margin);
  const at = Math.max(
    0,
    indicators.findIndex(({ id }) => id === active),
  );

  const move = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = indicators[at];
    if (event.key === 'Enter' && here !== undefined) {
      event.preventDefault();
      onOpen(here.id);
      return;
    }
    const target = placeAfterKey(event.key, at, indicators.length);
    const next = target === undefined ? undefined : indicators[target];
    if (next === undefined || target === undefined) return;
    event.preventDefault();
    onActive(next.id);
    const element = scroller.current;
    if (element === null) return;
    // The heading lies over the first row.
    if (target * rowPx < element.scrollTop) element.scrollTop = target * rowPx;
    const bottom = (target + 2) * rowPx;
    if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  };
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      aria-label={say(m.table)}
      aria-rowcount={indicators.length + 1}
      aria-activedescendant={`indicator-${at}`}
      tabIndex={0}
      onKeyDown={move}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className={styles['head']} role="row" aria-rowindex={1}>
        {[m.type, m.value, m.state, m.confidence, m.tlp, m.stage, m.origin].map((heading) => (
          <span key={heading.en} role="columnheader">
            {say(heading)}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: indicators.length * rowPx, position: 'relative' }}>
        {indicators.slice(from, to).map((one, index) => (
          <IndicatorRow
            key={one.id}
            place={from + index}
            indicator={one}
            isActive={from + index === at}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

type IndicatorRowProps = {
  readonly place: number;
  readonly indicator: RegisteredIndicator;
  readonly isActive: boolean;
  readonly onOpen: (id: string) => void;
};

function IndicatorRow({ place, indicator, isActive, onOpen }: IndicatorRowProps) {
  const say = useSay();
  const { id, type, value, fields } = indicator;
  const { state = 'candidate', confidence, tlp, stages = [], origin = '' } = fields;
  const shown = visibleText(defang(type, value));
  return (
    <div
      id={`indicator-${place}`}
      className={styles['row']}
      style={{ top: place * rowPx }}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isActive}
      onClick={() => onOpen(id)}
    >
      <span role="gridcell" className={styles['type']}>
        {say(indicatorTypeMessages[type])}
      </span>
      <span role="gridcell" className={styles['value']} title={shown}>
        {shown}
      </span>
      <span role="gridcell" data-state={state} className={styles['state']}>
        {say(indicatorStateMessages[state])}
      </span>
      <span role="gridcell">{confidence && say(confidenceMessages[confidence])}</span>
      <span role="gridcell">{tlp}</span>
      <span role="gridcell" className={styles['stages']}>
        {stages.map((stage) => (
          <StageChip key={stage} stage={stage} look="number" />
        ))}
      </span>
      <span role="gridcell" className={styles['origin']} title={visibleText(origin)}>
        {visibleText(origin.replaceAll('\n', '; '))}
      </span>
    </div>
  );
}
