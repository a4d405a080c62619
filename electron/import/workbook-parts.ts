import { SaxesParser } from 'saxes';

/** What a cell's style says about a number in it. */
export type DateStyle = 'date' | 'date-time' | 'time';

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/**
 * Walks through an XML text; names come without prefix. Entities of a document are not known, so none can grow.
 *
 * @throws when the text is not well-formed
 */
export function walkXml(
  xml: string,
  on: {
    readonly open: (tag: Tag) => void;
    readonly text?: (text: string) => void;
    readonly close?: (name: string) => void;
  },
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => on.open({ name: bare(name), attributes }));
  parser.on('text', (text) => on.text?.(text));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('closetag', ({ name }) => on.close?.(bare(name)));
  parser.write(xml).close();
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The sheets in their order with the paths of their parts, and from which year dates are counted. */
export function readParts(
  workbook: string,
  relations: string,
): {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly is1904: boolean;
} {
  const targets = new Map<string, string>();
  walkXml(relations, {
    open: ({ name, attributes: { Id: id, Target: target } }) => {
      if (name === 'Relationship' && id !== undefined && target !== undefined)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  walkXml(workbook, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => bare(key) === 'id')?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', path: targets.get(id) ?? '' });
    },
  });
  return { sheets, is1904 };
}

/** `_x000D_` and its kin are characters that XML cannot hold. */
export function unescapeText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The texts that cells point at; readings over Japanese words (`rPh`) are not part of them. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 'rPh') isReading = false;
      else if (name === 't') isText = false;
    },
  });
  return strings;
}

/** Which styles (by number) show a number as date or time. */
export function readStyles(xml: string): ReadonlyMap<number, DateStyle> {
  const formats = new Map<string, string>();
  const styles = new Map<number, DateStyle>();
  let isCellStyles = false;
  let style = 0;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt')
        formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const id = attributes['numFmtId'] ?? '0';
        const own = formats.get(id);
        const shown = own === undefined ? ownFormats(Number(id)) : dateFormat(own);
        if (shown !== undefined) styles.set(style, shown);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles;
}

/** Formats that every workbook has; 27 to 36 and 50 to 58 are the dates of East Asia. */
function ownFormats(id: number): DateStyle | undefined {
  if (id === 22) return 'date-time';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  const isEastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return (id >= 14 && id <= 17) || isEastAsian ? 'date' : undefined;
}

function dateFormat(code: string): DateStyle | undefined {
  const [positive = ''] = code.split(';');
  const letters = positive
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replaceAll(/General|AM\/PM|A\/P/gi, '')
    .toLowerCase();
  const hasDay = /[yd]|e{1,2}|ggg/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters));
  const hasTime = /[hs]/.test(letters);
  if (/[0#?]/.test(letters.replaceAll(/\.0+/g, '')) || (!hasDay && !hasTime)) return undefined;
  return hasDay ? (hasTime ? 'date-time' : 'date') : 'time';
}
