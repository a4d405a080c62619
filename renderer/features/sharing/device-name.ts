import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { FeedRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Say } from '../../records/language.tsx';

type Named = Pick<FeedRecord, 'device' | 'host' | 'user'>;

/** A device as people know it: label, who is logged in, host. */
export function deviceName(say: Say, device: Named | undefined): string {
  const name = visibleText(device?.device || device?.host || '') || say(m.unnamedDevice);
  const [user, host] = [visibleText(device?.user ?? ''), visibleText(device?.host ?? '')];
  return user === '' && host === '' ? name : say(m.ofDevice, { device: name, user, host });
}
