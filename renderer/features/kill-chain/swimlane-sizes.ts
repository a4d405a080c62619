/** Room for dates and hours above the lanes, in px. */
export const axisHeight = 36;
export const laneHeight = 44;

/** Middle of a lane, in px from the top. */
export function laneMiddle(index: number): number {
  return axisHeight + index * laneHeight + laneHeight / 2;
}
