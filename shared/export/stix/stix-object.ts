/** An object of a STIX 2.1 bundle; the schemas of OASIS judge the rest in the tests. */
export type StixObject = {
  readonly type: string;
  readonly spec_version: '2.1';
  readonly id: string;
} & Readonly<Record<string, unknown>>;
