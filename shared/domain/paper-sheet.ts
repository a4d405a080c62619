/** What is printed to be filled in or stuck on, away from the machine. */
export const paperKinds = ['labels', 'blank-log', 'blank-custody'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Most blank sheets of one print: a ream is enough for anybody. */
export const mostSheets = 200;
