/** A whole hash in groups of eight, so that two people can read it to each other. */
export function groupHash(value: string): string {
  return (value.match(/.{1,8}/g) ?? []).join(' ');
}
