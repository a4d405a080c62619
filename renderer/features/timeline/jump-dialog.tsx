import { useState } from 'react';
import { formatDay, formatEntryTime } from '#shared/domain/time/format-time.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { timelineMessages } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { readTypedTime } from '../../records/read-typed-time.ts';
import { useShownFilter } from '../../records/shown-filter.ts';
import { firstRowFrom } from './timeline-items.ts';
import { focusTimelineList } from './timeline-list.tsx';
import { useFoundRows, useRowTests } from './use-found-rows.ts';
import { useLookedAtDay } from './use-looked-at-day.ts';

/** Asks for a time, read as in the entry line, and selects the nearest entry that is shown. */
export function JumpDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const locale = useLanguage();
  const { incidentZone: zone, selectEntry } = useWorkspace();
  const all = useTimeline();
  const [filter] = useShownFilter();
  const { rows } = useFoundRows(all, useRowTests(filter, all));
  const dayMs = useLookedAtDay(all);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const time = readTypedTime(text, { nowMs: Date.now(), dayMs, zone });
  const nearest = time?.utc == null ? undefined : nearestRow(rows, Date.parse(time.utc));
  const jump = () => {
    setTried(true);
    if (nearest === undefined) return;
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => {
      selectEntry(nearest.id);
      focusTimelineList();
    }, 0);
  };
  const nothing = time === undefined ? timelineMessages.timeUnreadable : m.jumpNothing;
  return (
    <Dialog
      title={say(m.jump)}
      closeName={say(frameMessages.close)}
      onClose={onClose}
      width="narrow"
      actions={
        <Button look="primary" onClick={jump}>
          {say(m.jumpGo)}
        </Button>
      }
    >
      <Field
        label={say(m.jumpTime)}
        value={text}
        onChange={(next) => {
          setText(next);
          setTried(false);
        }}
        onEnter={jump}
        autoFocus
        maxLength={100}
        problem={tried && nearest === undefined ? say(nothing) : undefined}
        hint={
          nearest === undefined
            ? say(m.jumpDay, { day: formatDay(dayMs, zone, locale) })
            : say(m.jumpNearest, {
                time: formatEntryTime(nearest.content.at, { zone, locale, style: 'full' }),
              })
        }
      />
    </Dialog>
  );
}

/** The row whose time is nearest to an instant; of two that are equally near the later one. */
function nearestRow(rows: readonly TimelineRow[], instant: number): TimelineRow | undefined {
  const at = firstRowFrom(rows, instant);
  const [before, after] = [rows[at - 1], rows[at]];
  if (after === undefined || !Number.isFinite(after.instant)) return before;
  if (before === undefined) return after;
  return instant - before.instant < after.instant - instant ? before : after;
}
