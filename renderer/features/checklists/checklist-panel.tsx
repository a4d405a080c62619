import { Printer } from 'lucide-react';
import { useState } from 'react';
import { headItems } from '#shared/catalogue/checklist-headings.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import type { ItemSetting } from '#shared/domain/checklist.ts';
import { itemStates } from '#shared/domain/checklist.ts';
import { type ChecklistHeadings, checklistHeadings } from '#shared/domain/incident.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import type { ChecklistRecord } from '#shared/journal/records.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useIncident, useTimeline } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { Select } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ChecklistItem } from './checklist-item.tsx';
import styles from './checklist-panel.module.css';
import {
  countStates,
  isSettled,
  itemsWithSettings,
  type ItemWithSetting,
} from './checklist-progress.ts';
import { GapPage } from './gap-page.tsx';
import { ItemStateMark } from './item-state.tsx';

type Filters = {
  readonly phase: string;
  readonly stage: string;
  readonly owner: string;
  readonly unsettled: boolean;
  readonly critical: boolean;
  readonly seen: boolean;
};
const noFilters: Filters = {
  phase: '',
  stage: '',
  owner: '',
  unsettled: false,
  critical: false,
  seen: false,
};

const headingMessages = { phase: m.headingsPhase, csf: m.headingsCsf };

/** One checklist: where it stands, what to show, and its items by phase. */
export function ChecklistPanel({ record }: { readonly record: ChecklistRecord }) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { announce, canWrite } = useWorkspace();
  const incident = useIncident();
  const [ownHeadings, setOwnHeadings] = useState<ChecklistHeadings>();
  const headings = ownHeadings ?? incident.headings ?? 'phase';
  const [filters, setFilters] = useState<Filters>(() => ({
    ...noFilters,
    phase: incident.kind === 'readiness' ? 'preparation' : '',
  }));
  const [open, setOpen] = useState<string>();
  const seenStages = useSeenStages();

  const all = itemsWithSettings(record);
  const counts = countStates(all);
  const passes = (entry: ItemWithSetting) =>
    (filters.phase === '' || entry.item.phase === filters.phase) &&
    (filters.stage === '' || entry.item.stages.includes(filters.stage)) &&
    (filters.owner === '' || entry.setting.owner === filters.owner) &&
    (!filters.unsettled || !isSettled(entry)) &&
    (!filters.critical || entry.item.critical) &&
    (!filters.seen || entry.item.stages.some((stage) => seenStages.has(stage)));
  const shown = all.filter(passes);
  const phases = checklists.phases.filter((phase) =>
    all.some(({ item }) => item.phase === phase.id),
  );
  const owners = [...new Set(all.map(({ setting }) => setting.owner))]
    .filter((owner) => owner !== '')
    .toSorted();
  const [printing, setPrinting] = useState(false);
  const count = (part: Partial<Filters>) =>
    all.filter(
      (entry) =>
        (!part.unsettled || !isSettled(entry)) &&
        (!part.critical || entry.item.critical) &&
        (!part.seen || entry.item.stages.some((stage) => seenStages.has(stage))),
    ).length;
  const toggle = (name: 'unsettled' | 'critical' | 'seen') =>
    setFilters((before) => ({ ...before, [name]: !before[name] }));

  /** The choice is the notebook's: the report has the same headings. */
  const setHeadings = async (to: ChecklistHeadings) => {
    setOwnHeadings(to);
    if (!canWrite) return;
    const fields = { headings: to };
    const written = await session.append({ t: 'incident.set', id: newOperationId(), fields });
    if (!written.ok) announce(appendErrorText(language, written.error), 'danger');
  };
  const save = async (item: string, setting: ItemSetting) => {
    const written = await session.append({
      t: 'checklist.item',
      id: newOperationId(),
      checklist: record.id,
      item,
      ...setting,
    });
    if (!written.ok) return appendErrorText(language, written.error);
    announce(say(m.saved, { item, state: say(itemStateMessages[setting.state]) }), 'good');
    return undefined;
  };

  return (
    <section aria-label={record.checklist?.title[language]} className={styles['panel']}>
      <div className={styles['status']}>
        <ProgressBar
          name={say(m.progressName)}
          done={counts.done}
          total={all.length}
          text={say(m.progress, { done: counts.done, total: all.length })}
        />
        <ul className={styles['counts']} aria-label={say(m.stateCounts)}>
          {itemStates.map((state) => (
            <li key={state}>
              <ItemStateMark state={state} />
              {say(itemStateMessages[state])} <b>{counts[state].toLocaleString(language)}</b>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles['filters']}>
        <Select
          label={say(m.filterPhase)}
          labelHidden
          value={filters.phase}
          onChange={(phase) => setFilters((before) => ({ ...before, phase }))}
          options={[
            { value: '', label: say(m.filterAllPhases) },
            ...phases.map((phase) => ({ value: phase.id as string, label: phase.name[language] })),
          ]}
        />
        <Select
          label={say(m.filterStage)}
          labelHidden
          value={filters.stage}
          onChange={(stage) => setFilters((before) => ({ ...before, stage }))}
          options={[
            { value: '', label: say(m.filterAllStages) },
            ...stageIds.map((id) => ({ value: id as string, label: stageName(id, language) })),
          ]}
        />
        {owners.length > 0 && (
          <Select
            label={say(m.filterOwner)}
            labelHidden
            value={filters.owner}
            onChange={(owner) => setFilters((before) => ({ ...before, owner }))}
            options={[
              { value: '', label: say(m.filterAllOwners) },
              ...owners.map((owner) => ({ value: owner, label: owner })),
            ]}
          />
        )}
        <ToggleChip
          pressed={filters.unsettled}
          onToggle={() => toggle('unsettled')}
          count={count({ unsettled: true })}
        >
          {say(m.onlyUnsettled)}
        </ToggleChip>
        <ToggleChip
          pressed={filters.critical}
          onToggle={() => toggle('critical')}
          count={count({ critical: true })}
        >
          {say(m.onlyCritical)}
        </ToggleChip>
        <ToggleChip
          pressed={filters.seen}
          onToggle={() => toggle('seen')}
          count={count({ seen: true })}
        >
          {say(m.onlySeen)}
        </ToggleChip>
        <Select
          label={say(m.headings)}
          labelHidden
          value={headings}
          onChange={(to) => void setHeadings(to)}
          options={checklistHeadings.map((id) => ({ value: id, label: say(headingMessages[id]) }))}
        />
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => setPrinting(true)}>
          {say(m.gapPage)}
        </Button>
      </div>
      {printing && (
        <GapPage
          title={record.checklist?.title[language] ?? ''}
          items={all}
          headings={headings}
          onClose={() => setPrinting(false)}
        />
      )}
      {shown.length === 0 && (
        <p className={styles['nothing']}>
          {say(m.nothingShown)}{' '}
          <Button look="quiet" onClick={() => setFilters(noFilters)}>
            {say(m.showAll)}
          </Button>
        </p>
      )}
      {headItems(shown, headings, ({ item }) => item).map(({ id, name, beside, items }) => (
        <section key={id} className={styles['phase']}>
          <h3 className={styles['phaseName']}>
            {name?.[language] ?? id}
            <span className={styles['csf']}>{beside[language]}</span>
          </h3>
          <ul>
            {items.map((entry) => (
              <ChecklistItem
                key={entry.item.id}
                entry={entry}
                register={record.items[entry.item.id] ?? []}
                history={record.history[entry.item.id] ?? []}
                owners={owners}
                open={open === entry.item.id}
                onToggle={() =>
                  setOpen((before) => (before === entry.item.id ? undefined : entry.item.id))
                }
                onSave={(setting) => save(entry.item.id, setting)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function useSeenStages(): ReadonlySet<string> {
  const rows = useTimeline();
  return new Set(rows.flatMap((row) => (row.withdrawn ? [] : row.content.stages)));
}
