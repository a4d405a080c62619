import type { Authority } from '#shared/domain/authority.ts';
import { decisionMessages as m, powerMessages } from '#shared/i18n/decision-messages.ts';
import type { Say } from '../../records/language.tsx';

/** A line of the authority table in one line of text. */
export function authorityText({ power, scope = '', holder }: Authority, say: Say): string {
  const values = { power: say(powerMessages[power]), scope, holder };
  return scope === ''
    ? say(m.authorityLine, { power: values.power, holder })
    : say(m.authorityScoped, values);
}
