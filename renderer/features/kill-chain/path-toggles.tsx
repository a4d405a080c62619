import type { IntrusionPath } from '#shared/application/kill-chain.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useTimelineRow } from '../../data/use-records.ts';
import { useEntryActions } from '../../records/entry-actions.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import styles from './chain-tab.module.css';

/** Puts the selected entry on paths and takes it off them. */
export function PathToggles({ paths }: { readonly paths: readonly IntrusionPath[] }) {
  const say = useSay();
  const { selectedEntry, announce, canWrite } = useWorkspace();
  const row = useTimelineRow(selectedEntry);
  const { correct } = useEntryActions(announce);
  if (row === undefined || paths.length === 0 || !canWrite) return null;
  const on = row.content.paths ?? [];
  const toggle = ({ id, name }: IntrusionPath) => {
    const isOn = on.includes(id);
    const next = isOn ? on.filter((other) => other !== id) : [...on, id];
    const reason = say(isOn ? m.pathTakenOff : m.pathPutOn, { name });
    void correct(row, { ...row.content, paths: next }, reason);
  };
  return (
    <div
      className={styles['toggles']}
      role="group"
      aria-label={say(m.pathPut, { number: String(row.number ?? '–') })}
    >
      <span aria-hidden>{say(m.pathPut, { number: String(row.number ?? '–') })}</span>
      {paths.map((path) => (
        <ToggleChip key={path.id} pressed={on.includes(path.id)} onToggle={() => toggle(path)}>
          {path.name}
        </ToggleChip>
      ))}
    </div>
  );
}
