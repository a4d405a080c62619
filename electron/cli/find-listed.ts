import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { CliProblem } from './command.ts';

/** What a person names by its number in the list that the verb prints, or by its id. */
export function findListed<T extends { readonly id: string }>(list: readonly T[], name: string): T {
  const found =
    list.find(({ id }) => id === name) ??
    (/^\d{1,6}$/.test(name) ? list[Number(name) - 1] : undefined);
  if (found === undefined) throw new CliProblem(m.notListed, { name });
  return found;
}
