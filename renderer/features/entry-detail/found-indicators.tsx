import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { defang } from '#shared/indicators/defang.ts';
import { indicatorKey } from '#shared/indicators/indicator-key.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useSay } from '../../records/language.tsx';
import { useIndicators } from '../../records/use-indicators.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './entry-detail.module.css';

/** The indicators in an entry's text: each is kept with one key, tied to the entry and its stages. */
export function FoundIndicators({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { register, find, keep } = useIndicators();
  const { text, stages } = row.content;
  const found = useMemo(() => find(text).kept, [find, text]);
  const standing = useMemo(
    () => new Set(register.map(({ type, value }) => indicatorKey(type, value))),
    [register],
  );
  if (found.length === 0) return null;
  const open = found.filter(({ type, value }) => !standing.has(indicatorKey(type, value)));
  const keepSome = (some: typeof found) =>
    void keep(
      some.map(({ type, value }) => ({
        type,
        value,
        fields: { entries: [row.id], stages: [...stages] },
      })),
    );
  return (
    <>
      <dt>{say(m.inEntry)}</dt>
      <dd className={styles['stack']}>
        {found.map((one) => {
          const shown = visibleText(defang(one.type, one.value));
          if (!open.includes(one) || !canWrite) return <code key={shown}>{shown}</code>;
          return (
            <Button
              key={shown}
              look="quiet"
              icon={<Plus size={14} aria-hidden />}
              aria-label={say(m.keepThis, { value: shown })}
              onClick={() => keepSome([one])}
            >
              <code>{shown}</code>
            </Button>
          );
        })}
        {canWrite && open.length > 1 && (
          <Button onClick={() => keepSome(open)}>{say(m.keepAll, { n: open.length })}</Button>
        )}
      </dd>
    </>
  );
}
