import type { NotebookState } from '../../journal/fold.ts';
import { currentVersion } from '../../journal/records.ts';
import { type Language, say } from '../../i18n/messages.ts';
import { reportRedactionMessages as m } from '../../i18n/report-redaction-messages.ts';

/** Puts roles in the place of names in any text. */
export type Roles = {
  readonly count: number;
  readonly replace: (text: string) => string;
};

/**
 * Gives every person, system and account of a notebook a role by the order in which they appear.
 *
 * The same name has the same role in every field, text and format. Names of one letter are replaced
 * only where they stand alone as a field, since every text would be full of them.
 */
export function makeRoles(state: NotebookState, language: Language): Roles {
  const roles = new Map<string, string>();
  const counts = { person: 0, host: 0, account: 0 };
  const give = (kind: keyof typeof counts, name: string | undefined) => {
    const key = keyOf(name ?? '');
    if (key === '' || roles.has(key)) return;
    counts[kind] += 1;
    const message = { person: m.rolePerson, host: m.roleSystem, account: m.roleAccount }[kind];
    roles.set(key, say(language, message, { n: String(counts[kind]) }));
  };
  for (const { user, host, device } of state.feeds.values()) {
    give('person', user);
    give('host', host);
    give('host', device);
  }
  for (const record of state.entries.values()) {
    for (const version of record.versions) {
      give('person', version.by);
      for (const host of version.content.hosts) give('host', host);
      for (const account of version.content.accounts ?? []) give('account', account);
    }
    give('person', currentVersion(record)?.by);
    for (const { by } of record.withdrawal) give('person', by);
  }
  for (const { fields } of state.assets.values()) {
    for (const { value } of fields.name ?? []) give('host', value);
    for (const { value } of fields.aliases ?? []) for (const alias of value) give('host', alias);
    for (const { value } of fields.owner ?? []) give('person', value);
  }
  for (const { fields } of state.accounts.values()) {
    for (const { value } of fields.name ?? []) give('account', value);
    for (const { value } of fields.owner ?? []) give('person', value);
  }
  for (const { fields } of state.movements.values()) {
    for (const { value } of [...(fields.from ?? []), ...(fields.to ?? [])]) give('host', value);
    for (const { value } of fields.account ?? []) give('account', value ?? undefined);
  }
  for (const { fields } of state.services.values())
    for (const { value } of fields.owner ?? []) give('person', value);
  for (const { fields } of state.contacts.values())
    for (const { value } of fields.name ?? []) give('person', value);
  for (const { states } of [...state.assets.values(), ...state.accounts.values()])
    for (const { by, state: written } of states)
      for (const name of [by, written.examination?.by]) give('person', name);
  for (const { fields } of state.actions.values())
    for (const { value } of fields.owner ?? []) give('person', value);
  for (const { fields } of state.decisions.values())
    for (const { value } of [...(fields.askedBy ?? []), ...(fields.approvedBy ?? [])])
      give('person', value);
  for (const { fields } of state.authorities.values()) {
    for (const { value } of fields.holder ?? []) give('person', value);
    for (const { value } of fields.deputies ?? [])
      for (const { name } of value) give('person', name);
  }
  for (const { fields } of state.deadlines.values()) {
    for (const { value } of fields.owner ?? []) give('person', value);
    for (const { by } of fields.shift ?? []) give('person', by);
  }
  for (const { by } of state.incident.get('incident')?.phases ?? []) give('person', by);
  for (const { fields } of state.minutes.values())
    for (const { value } of fields.owner ?? []) give('person', value);
  for (const { fields } of state.reviews.values()) {
    for (const { value } of fields.chair ?? []) give('person', value);
    for (const { value } of fields.attendees ?? [])
      for (const { name } of value) give('person', name);
  }
  for (const { origin, verdicts, files, withdrawals } of state.releases.values()) {
    give('person', origin?.by);
    for (const { by } of [...verdicts, ...files, ...withdrawals]) give('person', by);
  }
  for (const { origin, handover } of state.handovers.values())
    for (const name of [origin.by, handover.from]) give('person', name);
  for (const { custody } of state.evidence.values())
    for (const { by, event } of custody)
      for (const name of [by, event.from, event.to, event.witness]) give('person', name);
  for (const { origin, fields } of state.evidence.values()) {
    give('person', origin?.by);
    for (const { value } of [...(fields.acquiredBy ?? []), ...(fields.witness ?? [])])
      give('person', value);
    for (const { value } of fields.hostname ?? []) give('host', value);
  }
  for (const { items } of state.checklists.values())
    for (const register of Object.values(items))
      for (const { by, value } of register) {
        give('person', by);
        give('person', value.owner);
      }
  for (const register of Object.values(state.incident.get('incident')?.fields ?? {}))
    for (const { by } of register) give('person', by);
  return { count: roles.size, replace: replacerOf(roles) };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

const ascii = /^[ -~]+$/;

function replacerOf(roles: ReadonlyMap<string, string>): (text: string) => string {
  const inText = [...roles.keys()]
    .filter((name) => [...name].length > 1)
    // The longest first: "web01" must not be found in "web01-db".
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern =
    inText.length === 0
      ? undefined
      : new RegExp(
          inText
            .map((name) => {
              const literal = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
              // Japanese puts no blanks around a name; letters of a longer word are not one.
              return ascii.test(name) ? `(?<![A-Za-z0-9_])${literal}(?![A-Za-z0-9_])` : literal;
            })
            .join('|'),
          'giu',
        );
  return (text) => {
    const whole = roles.get(keyOf(text));
    if (whole !== undefined) return whole;
    if (pattern === undefined) return text;
    return text.replaceAll(pattern, (found) => roles.get(keyOf(found)) ?? found);
  };
}
