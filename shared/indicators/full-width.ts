import { signSet } from './sign-set.ts';
import { TextWriter } from './text-writer.ts';

const wide = signSet(
  '\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff0e\\uff20\\uff0d\\uff3f\\uff3b\\uff3d\\uff5b\\uff5d',
);
const wideDistance = 0xfee0;
const ideographicDot = signSet('。｡');
const nameSign = signSet('A-Za-z0-9');
const wideScheme = '：／／';
const wideBracketed = /（(?:[.．]|dot|at|@|＠)）/gi;

/** Full-width letters, digits and marks of names as ASCII: one unit for one unit, so that places stay where they are. */
export function toHalfWidth(text: string): string {
  if (!/[\u3002\uff00-\uffef]/.test(text)) return text;
  const narrow = narrowSigns(text).replaceAll(wideScheme, '://');
  return narrow.includes('（')
    ? narrow.replaceAll(wideBracketed, (mark) => `(${mark.slice(1, -1)})`)
    : narrow;
}

function narrowSigns(text: string): string {
  const writer = new TextWriter();
  let doneTo = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isDot = ideographicDot[code] === 1 && isBetweenNames(text, at);
    if (!isDot && wide[code] !== 1) continue;
    writer.write(text, doneTo, at);
    writer.writeCode(isDot ? 0x2e : code - wideDistance);
    doneTo = at + 1;
  }
  if (doneTo === 0) return text;
  writer.write(text, doneTo);
  return writer.text();
}

/** `example。com` is a name; after a word a sentence ends. */
function isBetweenNames(text: string, at: number): boolean {
  return isNameSign(text.charCodeAt(at - 1)) && isNameSign(text.charCodeAt(at + 1));
}

function isNameSign(code: number): boolean {
  return nameSign[wide[code] === 1 ? code - wideDistance : code] === 1;
}
