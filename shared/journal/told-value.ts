import type { JsonValue } from './canonical-json.ts';

/** Characters of a value that are told where it is only looked at; an opening has all of it. */
const longestTold = 1_000;
/** Nothing of ours goes deeper; somebody else's file may. */
const deepestTold = 8;

/** A value as it is told: its texts and lists are cut where it becomes long, its shape stays. */
export function toldValue(value: JsonValue): JsonValue {
  const room = { left: longestTold };
  return cutToRoom(value, room, deepestTold);
}

function cutToRoom(value: JsonValue, room: { left: number }, deeper: number): JsonValue {
  if (typeof value === 'string') {
    const shown = cutText(value, Math.max(0, room.left));
    room.left -= value.length;
    return shown === value ? value : `${shown}…`;
  }
  room.left -= 1;
  if (typeof value !== 'object' || value === null) return value;
  if (deeper === 0) return '…';
  if (Array.isArray(value)) {
    const list: JsonValue[] = [];
    for (const each of value as readonly JsonValue[]) {
      if (room.left <= 0) return [...list, '…'];
      list.push(cutToRoom(each, room, deeper - 1));
    }
    return list;
  }
  const members: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (room.left <= 0) break;
    room.left -= name.length;
    members.push([cutText(name, longestTold), cutToRoom(member, room, deeper - 1)]);
  }
  return Object.fromEntries(members);
}

/** Cuts between characters: half a surrogate pair is none. */
export function cutText(text: string, length: number): string {
  return Array.from(text.slice(0, 2 * length))
    .slice(0, length)
    .join('');
}
