import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** Writes the custody form of some items, or of all when none is named, and says where it is. */
export function useFormPrint(desktop: Desktop): (items: readonly string[]) => Promise<void> {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone, announce } = useWorkspace();
  return async (items) => {
    const reply = await desktop['custody:form']({ items: [...items], language, zone });
    if (reply.ok) announce(say(m.formWritten, { place: reply.value.place }), 'good');
    else if (reply.error.kind !== 'cancelled') {
      const detail = 'detail' in reply.error ? reply.error.detail : reply.error.kind;
      announce(say(m.formFailed, { detail }), 'danger');
    }
  };
}
