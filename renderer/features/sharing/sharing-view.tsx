import { useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { Landing } from '../../records/landing.ts';
import { useSay } from '../../records/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BundleTab } from './bundle-tab.tsx';
import { ConflictsTab } from './conflicts-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { SealsTab } from './seals-tab.tsx';
import styles from './sharing-view.module.css';
import { TakeTab } from './take-tab.tsx';
import { useConflicts } from './use-conflicts.ts';

const tabIds = ['bundle', 'take', 'conflicts', 'devices', 'seals'] as const;
type TabId = (typeof tabIds)[number];
const tabMessages: Readonly<Record<TabId, Message>> = {
  bundle: m.tabBundle,
  take: m.tabTake,
  conflicts: m.tabConflicts,
  devices: m.tabDevices,
  seals: m.tabSeals,
};

type SharingViewProps = {
  readonly desktop: Desktop;
  /** What has just been taken over, when the window was opened anew for it. */
  readonly landing: Landing | undefined;
  /** The notebook was let go and opened again: the window has to follow. */
  readonly onReopened: (opened: Result<OpenedNotebook, OpenError>, landing?: Landing) => void;
};

/** The way out as a bundle, the way in of copies, and what people have to settle between them. */
export function SharingView({ desktop, landing, onReopened }: SharingViewProps) {
  const say = useSay();
  const [tab, setTab] = useState<TabId>(firstTab(landing));
  const conflicts = useConflicts();
  const label = (id: TabId) =>
    id === 'conflicts' && conflicts.length > 0
      ? say(frameMessages.withNote, { name: say(tabMessages[id]), note: conflicts.length })
      : say(tabMessages[id]);
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <Tabs
        name={say(m.tabs)}
        tabs={tabIds.map((id) => ({ id, label: label(id) }))}
        selected={tab}
        onSelect={setTab}
      >
        <div className={styles['tab']}>
          {tab === 'bundle' && <BundleTab desktop={desktop} />}
          {tab === 'take' && (
            <TakeTab
              desktop={desktop}
              taken={landing?.taken}
              onReopened={onReopened}
              onConflicts={() => setTab('conflicts')}
              onBundle={() => setTab('bundle')}
            />
          )}
          {tab === 'conflicts' && <ConflictsTab conflicts={conflicts} />}
          {tab === 'devices' && <DevicesTab />}
          {tab === 'seals' && (
            <SealsTab desktop={desktop} keyChange={landing?.keyChange} onReopened={onReopened} />
          )}
        </div>
      </Tabs>
    </div>
  );
}

function firstTab(landing: Landing | undefined): TabId {
  if (landing === undefined) return 'bundle';
  return landing.keyChange !== undefined ? 'seals' : 'take';
}
