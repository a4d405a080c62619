/** Made once: to make one for each number costs more than to draw it. English and Japanese group digits alike. */
const grouped = new Intl.NumberFormat('en');

/** A count as it is read: `10,000`. */
export function countText(count: number): string {
  return grouped.format(count);
}
