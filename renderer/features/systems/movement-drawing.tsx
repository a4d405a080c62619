import { useId, useMemo } from 'react';
import { systemGroup } from '#shared/application/status-board.ts';
import { namesOfSystem } from '#shared/application/systems.ts';
import type { MovementStep, ShownMovement } from '#shared/domain/chain/movement-graph.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { type LayoutPoint, movementLayout } from '#shared/report/movement-layout.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import styles from './movement-drawing.module.css';
import { useSystems } from './registers.ts';

type MovementDrawingProps = {
  readonly shown: ShownMovement;
  /** Shows or hides what leaves a system; undefined where everything is shown. */
  readonly onToggle: ((key: string) => void) | undefined;
};

/** What stands on a step: its technique and account. */
export function stepLabel({ technique, account }: MovementStep): string {
  return [technique, account]
    .filter(Boolean)
    .map((text) => visibleText(text ?? ''))
    .join(' ');
}

/** The graph as a picture; the table beside it says the same. */
export function MovementDrawing({ shown, onToggle }: MovementDrawingProps) {
  const say = useSay();
  const arrow = useId();
  const systems = useSystems();
  const groups = useMemo(
    () =>
      new Map(
        systems.flatMap((system) =>
          namesOfSystem(system).map((name) => [
            foldName(name),
            system.fields.adversary === true ? 'adversary' : systemGroup(system.fields.state),
          ]),
        ),
      ),
    [systems],
  );
  const { width, height, nodes, edges } = useMemo(() => movementLayout(shown, stepLabel), [shown]);
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={say(m.tabMovement)}>
      <svg
        className={styles['drawing']}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(m.movementPicture, { n: nodes.length })}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L8 4 L0 8 Z" className={styles['tip']} />
          </marker>
        </defs>
        {edges.map(({ step, points }) => (
          <path
            key={step.key}
            d={lineThrough(points)}
            className={styles['step']}
            data-suggested={step.movement === undefined || undefined}
            markerEnd={`url(#${arrow})`}
          />
        ))}
        {edges.map(({ step, label, at }) => (
          <text key={step.key} x={at.x} y={at.y + 4} className={styles['label']}>
            {label}
          </text>
        ))}
        {nodes.map(({ key, name, hidden, x, y, width: wide, height: high }) => (
          <g
            key={key}
            className={styles['node']}
            data-group={groups.get(key) ?? 'unknown'}
            data-opens={onToggle !== undefined || undefined}
            onClick={() => onToggle?.(key)}
          >
            <rect x={x - wide / 2} y={y - high / 2} width={wide} height={high} rx="4" />
            <text x={x} y={y + 5}>
              {visibleText(name)}
              {onToggle !== undefined && hidden > 0 && ` +${hidden}`}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function lineThrough(points: readonly LayoutPoint[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}
