import { memo, type ReactNode } from 'react';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useSay } from '../../records/language.tsx';
import styles from './swimlane.module.css';

/** What the signs of the swimlane mean. */
export const SwimlaneLegend = memo(function SwimlaneLegend() {
  const say = useSay();
  const signs: readonly (readonly [string, ReactNode])[] = [
    [say(m.legendSeen), <circle key="s" cx="9" cy="8" r="5" className={styles['solid']} />],
    [say(m.legendHypothesis), <circle key="h" cx="9" cy="8" r="5" className={styles['hollow']} />],
    [say(m.legendWindow), <path key="w" d="M0 2h18v12H0z" className={styles['window']} />],
    [say(m.legendInterval), <path key="i" d="M0 5h18v6H0z" className={styles['interval']} />],
    [
      say(m.legendBack),
      <g key="b">
        <path d="M3 15C3 8 14 10 14 4" className={styles['back']} />
        <path d="M14 1l3.5 6h-7z" className={styles['backHead']} />
      </g>,
    ],
  ];
  return (
    <ul className={styles['legend']} aria-label={say(m.legend)}>
      {signs.map(([name, sign]) => (
        <li key={name}>
          <svg width="18" height="16" className={styles['plain']} aria-hidden>
            {sign}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
});
