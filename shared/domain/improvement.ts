/** What a cause or an improvement is about; people are trained and organised, never blamed. */
export const improvementCategories = [
  'technology',
  'operation',
  'training',
  'organisation',
] as const;
export type ImprovementCategory = (typeof improvementCategories)[number];
