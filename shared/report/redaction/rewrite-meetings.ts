import type { NotebookState } from '../../journal/fold.ts';

/** Meetings, versions of the report and handovers, with every name and text gone through a function. */
export function rewriteMeetings(
  state: NotebookState,
  rewrite: (text: string) => string,
): Pick<NotebookState, 'reviews' | 'releases' | 'handovers'> {
  const by = <T extends { readonly by: string }>(written: T): T => ({
    ...written,
    by: rewrite(written.by),
  });
  const mapOf = <V>(map: ReadonlyMap<string, V>, change: (value: V) => V): Map<string, V> =>
    new Map([...map].map(([id, value]) => [id, change(value)]));
  return {
    reviews: mapOf(state.reviews, ({ fields, ...record }) => {
      const texts = Object.fromEntries(
        (['title', 'place', 'chair'] as const).flatMap((name) => {
          const register = fields[name];
          return register === undefined
            ? []
            : [[name, register.map((each) => ({ ...by(each), value: rewrite(each.value) }))]];
        }),
      );
      return {
        ...record,
        origin: by(record.origin),
        fields: {
          ...fields,
          ...texts,
          ...(fields.incidents && {
            incidents: fields.incidents.map((each) => ({
              ...by(each),
              value: each.value.map((told) => ({ ...told, title: rewrite(told.title) })),
            })),
          }),
          ...(fields.attendees && {
            attendees: fields.attendees.map((each) => ({
              ...by(each),
              value: each.value.map(({ name, role, presence }) => ({
                name: rewrite(name),
                role: rewrite(role),
                presence,
              })),
            })),
          }),
        },
      };
    }),
    releases: mapOf(state.releases, (record) => ({
      ...record,
      ...(record.origin && { origin: by(record.origin) }),
      ...(record.submission && {
        submission: { ...record.submission, changes: rewrite(record.submission.changes) },
      }),
      verdicts: record.verdicts.map((said) => ({
        ...by(said),
        role: rewrite(said.role),
        text: rewrite(said.text),
      })),
      files: record.files.map(by),
      withdrawals: record.withdrawals.map((said) => ({
        ...by(said),
        reason: rewrite(said.reason),
      })),
    })),
    handovers: mapOf(state.handovers, ({ handover, ...record }) => ({
      ...record,
      origin: by(record.origin),
      handover: { ...handover, from: rewrite(handover.from), note: rewrite(handover.note) },
    })),
  };
}
