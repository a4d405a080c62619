import { useState } from 'react';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MachineClocks } from './machine-clocks.tsx';
import { SourceClocks } from './source-clocks.tsx';

type ClocksDialogProps = {
  /** The source that was asked about; without one the first. */
  readonly source: string | undefined;
  readonly tab: 'sources' | 'machine';
  readonly onClose: () => void;
};

/** All clocks that times in the notebook come from. */
export function ClocksDialog({ source, tab: first, onClose }: ClocksDialogProps) {
  const say = useSay();
  const [tab, setTab] = useState(first);
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(frameMessages.close)}
      onClose={onClose}
      width="wide"
    >
      <Tabs
        name={say(m.title)}
        tabs={[
          { id: 'sources', label: say(m.tabSources) },
          { id: 'machine', label: say(m.tabMachine) },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'sources' ? <SourceClocks first={source} /> : <MachineClocks />}
      </Tabs>
    </Dialog>
  );
}
