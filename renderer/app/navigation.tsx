import { Keyboard, Search, Settings2 } from 'lucide-react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useRecords, useTimeline } from '../data/use-records.ts';
import { useSay } from '../records/language.tsx';
import { useWorkspace, type ViewId } from '../records/workspace.tsx';
import { IconButton } from '../ui/button.tsx';
import { countText } from '../ui/count-text.ts';
import styles from './navigation.module.css';
import { views } from './views.ts';

type NavigationProps = {
  readonly onPalette: () => void;
  readonly onKeys: () => void;
  readonly onSettings: () => void;
};

/** The views, with how much is in each. */
export function Navigation({ onPalette, onKeys, onSettings }: NavigationProps) {
  const say = useSay();
  const { view, show } = useWorkspace();
  const counts: Partial<Record<ViewId, number>> = {
    timeline: useTimeline().length,
    checklists: useRecords('checklists').length,
    evidence: useRecords('evidence').length,
    logs: useRecords('sources').filter(({ source }) => source?.reading !== undefined).length,
  };
  return (
    <nav className={styles['nav']} aria-label={say(m.navigation)}>
      <ul>
        {views.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['item']}
              aria-current={view === id ? 'page' : undefined}
              title={say(label)}
              onClick={() => show(id)}
            >
              <Icon size={16} aria-hidden />
              <span className={styles['label']}>{say(label)}</span>
              {(counts[id] ?? 0) > 0 && (
                <span className={styles['count']}>{countText(counts[id] ?? 0)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <IconButton
          name={say(m.withNote, { name: say(m.cmdPalette), note: 'Ctrl+K' })}
          icon={<Search size={16} aria-hidden />}
          onClick={onPalette}
        />
        <IconButton
          name={say(m.withNote, { name: say(m.cmdKeys), note: '?' })}
          icon={<Keyboard size={16} aria-hidden />}
          onClick={onKeys}
        />
        <IconButton
          name={say(m.settings)}
          icon={<Settings2 size={16} aria-hidden />}
          onClick={onSettings}
        />
      </div>
    </nav>
  );
}
