/** A cell of a table; numbers stay numbers, everything else is text and never a formula. */
export type Cell = string | number | boolean | null;

/** A list as a table; the first row holds the names of the columns. */
export type Table = {
  /** Name of the file without ending, and of the sheet; at most 31 characters. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A file that an export consists of: text in UTF-8, or a workbook of tables. */
export type ExportFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly tables: readonly Table[] };

/** What writers need beside the case. */
export type ExportPorts = {
  /** SHA-1 of some bytes (in hex) and a text (in UTF-8), in hex: for names only, never for proof. */
  readonly sha1Hex: (bytesHex: string, text: string) => string;
  readonly appVersion: string;
};
