/** Of every record. */
export const written = {
  id: 'code',
  by: 'person',
  created: 'code',
  modified: 'code',
  label: 'code',
} as const;

/** Of a time as people write it. */
export const time = {
  utc: 'code',
  text: 'text',
  zone: 'code',
  precision: 'code',
  plusMinusMs: 'code',
  untilUtc: 'code',
  relation: 'code',
} as const;

/** Of what may be taken off its list. */
export const removal = { removed: 'code', reason: 'text' } as const;
