import { isAurora, readAurora } from './aurora.ts';
import { isEncryptedIris, isIris, readIris } from './iris.ts';
import { isKanvas, readKanvas, type WorkbookSheet } from './kanvas.ts';
import { readListOrText, readSheet, type TextFile } from '../lists/find-list.ts';
import { detectExchange } from '../exchange/detect-exchange.ts';
import type { RescueChoices, RescuedCase, RescueFormat } from './rescued-case.ts';
import { isTheHive, readTheHive } from './thehive.ts';

/** What lies in a file that may be a case: a JSON value, the sheets of a workbook, or any text. */
export type CaseFile =
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'workbook';
      readonly sheets: readonly WorkbookSheet[];
      /** The file's name, where any workbook is a list; undefined where only Kanvas' is wanted. */
      readonly listName?: string | undefined;
    }
  | ({ readonly kind: 'text' } & TextFile);

/** A case file that is known, and the way to read it. */
export type DetectedCase =
  | {
      readonly kind: 'case';
      readonly format: RescueFormat;
      readonly read: (choices: RescueChoices) => RescuedCase;
    }
  /** It is a case, and only its password opens it. */
  | { readonly kind: 'encrypted'; readonly format: RescueFormat }
  /** It is of this family, and there is nothing in it that a notebook could take; `object` is what it holds. */
  | { readonly kind: 'refused'; readonly format: RescueFormat; readonly object: string };

/** The tool that wrote a case file, by what is in it and never by its name; undefined when it is no case. */
export function detectRescue(file: CaseFile): DetectedCase | undefined {
  if (file.kind === 'text')
    return { kind: 'case', format: 'text', read: (choices) => readListOrText(file, choices) };
  if (file.kind === 'workbook') {
    const { sheets, listName } = file;
    if (isKanvas(sheets))
      return { kind: 'case', format: 'kanvas', read: (choices) => readKanvas(sheets, choices) };
    const [largest] = sheets.toSorted((a, b) => b.rows.length - a.rows.length);
    if (listName === undefined || largest === undefined || largest.rows.length === 0)
      return undefined;
    const { rows } = largest;
    return { kind: 'case', format: 'list', read: (asked) => readSheet(listName, rows, asked) };
  }
  const { value } = file;
  if (isEncryptedIris(value)) return { kind: 'encrypted', format: 'iris' };
  if (isAurora(value))
    return { kind: 'case', format: 'aurora', read: (choices) => readAurora(value, choices) };
  if (isIris(value))
    return { kind: 'case', format: 'iris', read: (choices) => readIris(value, choices) };
  const exchange = detectExchange(value);
  if (exchange !== undefined) return exchange;
  if (isTheHive(value))
    return { kind: 'case', format: 'thehive', read: (choices) => readTheHive(value, choices) };
  return undefined;
}
