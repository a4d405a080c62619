import type { PaperKind } from '#shared/domain/paper-sheet.ts';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import { wordWritten } from '#shared/i18n/word-pdf.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

type PaperWish = { readonly kind: PaperKind; readonly sheets: number };

/** Writes the custody form, or labels and blank sheets, of some items, or of all when none is named, and says where it is. */
export function useFormPrint(
  desktop: Desktop,
): (items: readonly string[], paper?: PaperWish) => Promise<void> {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone, announce } = useWorkspace();
  return async (items, paper) => {
    const reply = await desktop['custody:form']({
      items: [...items],
      language,
      zone,
      ...(paper && { paper }),
    });
    if (reply.ok) {
      const written = say(m.formWritten, { place: reply.value.place });
      announce(wordWritten(written, reply.value, language, 'pdf'), 'good');
    } else if (reply.error.kind !== 'cancelled') {
      const detail = 'detail' in reply.error ? reply.error.detail : reply.error.kind;
      announce(say(m.formFailed, { detail }), 'danger');
    }
  };
}
