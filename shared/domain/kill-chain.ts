/** The seven stages of the Lockheed Martin Cyber Kill Chain in their order; numbers 1–7 are positions here. */
export const stageIds = [
  'reconnaissance',
  'weaponization',
  'delivery',
  'exploitation',
  'installation',
  'command-and-control',
  'actions-on-objectives',
] as const;

export type StageId = (typeof stageIds)[number];

/** True for one of the seven stages. */
export function isStageId(text: string): text is StageId {
  return (stageIds as readonly string[]).includes(text);
}

/** 1–7; a stage that a newer version wrote has no number. */
export function stageNumber(stage: string): number | undefined {
  const index = (stageIds as readonly string[]).indexOf(stage);
  return index < 0 ? undefined : index + 1;
}
