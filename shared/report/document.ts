import type { Language } from '../i18n/messages.ts';
import type { Tlp } from '../domain/incident.ts';
import type { SectionId } from './section-ids.ts';

/** A piece of running text; what a person typed is a `text` and nothing else. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly lang?: Language }
  | { readonly kind: 'strong' | 'struck' | 'small'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** To an anchor of this document; where the anchor is not (a hidden section) only the content stands. */
  | { readonly kind: 'link'; readonly to: string; readonly content: readonly Inline[] }
  | { readonly kind: 'label'; readonly tone: LabelTone; readonly text: string }
  | { readonly kind: 'break' };

/** What a small framed label says: a stage carries its number, so that it reads without colour. */
export type LabelTone =
  | 'plain'
  | 'warning'
  | 'withdrawn'
  | 'tlp-clear'
  | 'tlp-green'
  | 'tlp-amber'
  | 'tlp-red'
  | `stage-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/** How wide a column is; `text` columns share what the others leave. */
export type ColumnWidth = 'number' | 'short' | 'label' | 'time' | 'name' | 'hash' | 'text';

export type Column = {
  readonly header: string;
  readonly width: ColumnWidth;
  readonly align?: 'start' | 'end' | 'center';
};

export type Row = {
  readonly id?: string;
  readonly cells: readonly (readonly Inline[])[];
  /** `sign` has room for a signature. */
  readonly tone?: 'withdrawn' | 'gap' | 'sign';
};

/** Rows under one heading (a day, a phase); a group without a heading is just rows. */
export type RowGroup = {
  readonly id?: string;
  readonly heading?: readonly Inline[];
  readonly rows: readonly Row[];
};

export type TableBlock = {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  /** The first cell of each row names the row. */
  readonly rowHeader?: boolean;
};

/** A drawing: elements of SVG as data; every number is in the units of its view box. */
export type SvgNode = {
  readonly tag: 'svg' | 'g' | 'rect' | 'circle' | 'line' | 'path' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
};

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3 | 4;
      readonly id?: string;
      readonly content: readonly Inline[];
    }
  | {
      readonly kind: 'paragraph';
      readonly content: readonly Inline[];
      readonly tone?: 'unknown' | 'small' | 'lead';
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: 'definitions';
      readonly items: readonly {
        readonly term: string;
        readonly details: readonly (readonly Inline[])[];
      }[];
    }
  | TableBlock
  | {
      readonly kind: 'figure';
      readonly size: 'wide' | 'small';
      readonly caption: string;
      readonly svg: SvgNode;
      /** The same facts in words; a format without drawings has only this. */
      readonly table?: TableBlock;
    }
  | {
      readonly kind: 'note';
      readonly tone: 'open' | 'warning' | 'info';
      readonly title: string;
      readonly blocks: readonly Block[];
    }
  /** The same in two languages, beside each other. */
  | { readonly kind: 'pair'; readonly left: readonly Block[]; readonly right: readonly Block[] }
  | { readonly kind: 'page-break' };

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** A section with its own heading, which renderers draw from `title`; `id` is its anchor. */
export type ReportSection = {
  readonly id: SectionId;
  /** `3`, `A`; empty for the cover. */
  readonly number: string;
  /** With its number, as headings and contents print it. */
  readonly title: string;
  /** What the section is for; shown in an outline, not printed. */
  readonly purpose: string;
  readonly startsPage: boolean;
  readonly blocks: readonly Block[];
};

/** What stands at the head and foot of every page. */
export type Running = {
  readonly tlp: Tlp | undefined;
  /** `TLP:AMBER`, or words that say that nobody has chosen one. */
  readonly tlpText: string;
  readonly title: string;
  /** `DRAFT`, `EXERCISE`; empty when neither. */
  readonly state: string;
  /** What stands behind every page; empty when nothing does. */
  readonly watermark: string;
  readonly seal: string;
  /** The word before a page's number. */
  readonly page: string;
};

/** A picture on the cover, with the room that it takes. */
export type DocumentLogo = {
  /** Its alternative text. */
  readonly name: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly widthMm: number;
  readonly heightMm: number;
};

/** A report without a format: the renderers and the paper on the screen walk the same tree. */
export type ReportDocument = {
  readonly language: Language;
  readonly title: string;
  readonly generator: string;
  readonly running: Running;
  /** What tables and figures are called where they are numbered. */
  readonly captions: { readonly table: string; readonly figure: string };
  /** Two pages are all that there are: less air, a smaller seal. */
  readonly isDense?: boolean;
  /** Of the organisation; once, on the cover. Markdown and JSON leave it out. */
  readonly logo?: DocumentLogo;
  /** Letters without serifs unless this is there. */
  readonly typeface?: 'serif';
  readonly sections: readonly ReportSection[];
};
