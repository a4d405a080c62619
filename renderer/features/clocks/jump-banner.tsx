import { X } from 'lucide-react';
import { useState } from 'react';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordJump } from '#shared/i18n/word-clock.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, IconButton } from '../../ui/button.tsx';

/** Tells that this machine's clock jumped since the notebook was opened, until somebody has read it. */
export function JumpBanner() {
  const say = useSay();
  const locale = useLanguage();
  const { opened } = useSession();
  const { openClocks, zone } = useWorkspace();
  const clock = useRecord('clocks', opened.feed ?? '');
  const [read, setRead] = useState<string>();
  const before = opened.feed === null ? undefined : opened.heads[opened.feed];
  const jump = clock?.jumps.findLast(({ seq }) => seq > (before?.[0] ?? -1));
  if (jump === undefined || jump.op === read) return null;
  const time = formatInstant(jump.wall, { zone, locale, style: 'full' });
  return (
    <Banner
      tone="note"
      actions={
        <>
          <Button onClick={() => openClocks({ tab: 'machine' })}>{say(m.showClocks)}</Button>
          <IconButton
            name={say(m.dismiss)}
            icon={<X size={16} aria-hidden />}
            onClick={() => setRead(jump.op)}
          />
        </>
      }
    >
      {say(m.jumpBanner, { by: wordJump(jump.byMs, locale), time })}
    </Banner>
  );
}
