import type { ActionFields } from '../../domain/action.ts';
import type { EntryKind } from '../../domain/entry-kind.ts';
import type { StageId } from '../../domain/kill-chain.ts';
import { type EntryTime, unknownEntryTime } from '../../domain/time/entry-time.ts';
import { readCaseTime } from './case-time.ts';
import { cutText, findSecrets, isSecretName, repairText, textOfValue } from './field-value.ts';
import { type IndicatorDraft, IndicatorList } from './indicator-list.ts';
import { type AccountDraft, AccountList, type SystemDraft, SystemList } from './named-lists.ts';
import type {
  RescueChoices,
  RescuedCase,
  RescuedEntry,
  RescueFormat,
  RescueQuestion,
} from './rescued-case.ts';
import { type LedgerRow, openLedger, type RowLedger } from './row-ledger.ts';

/** A field of a row under the name that the tool gives it. */
export type NamedField = readonly [name: string, value: unknown];

export type EntryDraft = {
  /** What happened, in the row's own words. */
  readonly head: unknown;
  /** What else the row says; fields that hold nothing are passed over. */
  readonly fields?: readonly NamedField[];
  readonly kind?: EntryKind;
  readonly at?: EntryTime;
  readonly stages?: readonly StageId[];
  readonly techniques?: readonly string[];
  readonly hosts?: readonly string[];
  readonly accounts?: readonly string[];
  readonly tags?: readonly string[];
  readonly starred?: boolean;
};

/** What a time without a zone is: a reason to ask, or text beside what matters. */
export type TimeOptions = { readonly zone?: string; readonly asks?: boolean };

/** Limits of the operations (docs/format.md), in UTF-16 units; an entry leaves room for escapes in its line. */
export const longest = {
  entry: 100_000,
  name: 200,
  field: 500,
  note: 20_000,
  because: 2_000,
  value: 8_192,
} as const;
const mostNames = 500;

/** One row of the file while it is read: everything that is made of it goes through here. */
export class CaseRow {
  readonly #case: CaseBuilder;
  readonly #ledger: LedgerRow;

  constructor(builder: CaseBuilder, ledger: LedgerRow) {
    this.#case = builder;
    this.#ledger = ledger;
  }

  get remark(): LedgerRow['remark'] {
    return this.#ledger.remark;
  }

  get leave(): LedgerRow['leave'] {
    return this.#ledger.leave;
  }

  get use(): LedgerRow['use'] {
    return this.#ledger.use;
  }

  /** A value as text: secrets out, broken characters repaired, cut to what fits. */
  text(value: unknown, most: number = longest.entry): string {
    return this.#cut(this.#clean(textOfValue(value)), most);
  }

  /** A name of a system, an account, a tag. */
  name(value: unknown): string {
    return this.text(value, longest.name);
  }

  /** `name: value`, a line each. */
  lines(fields: readonly NamedField[], most: number = longest.note): string {
    const lines: string[] = [];
    for (const [name, value] of fields) {
      if (isSecretName(name)) {
        if (textOfValue(value) !== '') this.remark('secret-removed', cutText(name, 50));
        continue;
      }
      const text = this.text(value);
      if (text !== '') lines.push(`${this.text(name, longest.name)}: ${text}`);
    }
    return this.#cut(lines.join('\n'), most);
  }

  /** A time; what cannot be read, or has no zone, stays as text. */
  time(value: unknown, { zone = this.#case.zone, asks = true }: TimeOptions = {}): EntryTime {
    const { at, remark } = readCaseTime(value, zone);
    if (remark !== undefined) {
      if (remark === 'zone-missing' && asks) this.#case.ask('zone');
      this.remark(remark, this.text(at.text, 50));
    }
    return { ...at, text: this.text(at.text, longest.field) };
  }

  /** The instant of a time for a field that holds nothing else; the caller keeps the text. */
  instant(value: unknown, options: TimeOptions = {}): string | undefined {
    return this.time(value, options).utc ?? undefined;
  }

  /** A note or event; undefined when the row says nothing. */
  entry(draft: EntryDraft): number | undefined {
    const head = this.text(draft.head);
    const body = [head, this.lines(draft.fields ?? [], longest.entry)].filter(
      (part) => part !== '',
    );
    const hosts = this.#names(draft.hosts ?? []);
    const accounts = this.#names(draft.accounts ?? []);
    if (body.length === 0 && hosts.length === 0 && accounts.length === 0) {
      this.leave('empty-row');
      return undefined;
    }
    const { format } = this.#case;
    const origin = `[${format} ${this.#ledger.table} ${String(this.#ledger.row)}]`;
    this.#ledger.use();
    return this.#case.addEntry({
      text: `${this.#cut(body.join('\n'), longest.entry)}\n${origin}`.trimStart(),
      kind: draft.kind ?? 'observation',
      at: draft.at ?? unknownEntryTime(this.#case.zone ?? 'UTC'),
      stages: [...new Set(draft.stages)],
      techniques: [...new Set(draft.techniques)].slice(0, 100),
      hosts,
      accounts,
      tags: [...new Set([format, ...this.#names(draft.tags ?? [])])],
      starred: draft.starred ?? false,
    });
  }

  /** A row for which there is no better place: a note with all its fields. */
  note(head: unknown, fields: readonly NamedField[], at?: EntryTime): void {
    const added = this.entry({ head, fields, kind: 'note', ...(at !== undefined && { at }) });
    if (added !== undefined) this.remark('kept-as-note');
  }

  system(name: string, draft: SystemDraft): void {
    if (name === '') return;
    this.#ledger.use();
    if (this.#case.systems.add(name, draft)) this.remark('merged', name);
  }

  account(name: string, draft: AccountDraft): void {
    if (name === '') return;
    this.#ledger.use();
    if (this.#case.accounts.add(name, draft)) this.remark('merged', name);
  }

  indicator(draft: IndicatorDraft): void {
    if (draft.value === '') return;
    this.#ledger.use();
    const added = this.#case.indicators.add({
      ...draft,
      value: this.text(draft.value, longest.value),
    });
    for (const remark of added) this.remark(remark, draft.value.slice(0, 80));
  }

  action(fields: ActionFields & { readonly text: string }): void {
    if (fields.text === '') {
      this.leave('empty-row');
      return;
    }
    this.#ledger.use();
    this.#case.actions.push(fields);
  }

  #names(values: readonly string[]): readonly string[] {
    const names = [...new Set(values.map((value) => this.name(value)))].filter(
      (name) => name !== '',
    );
    if (names.length > mostNames) this.remark('cut');
    return names.slice(0, mostNames);
  }

  #cut(text: string, most: number): string {
    const cut = cutText(text, most);
    if (cut.length < text.length) this.remark('cut');
    return cut;
  }

  #clean(text: string): string {
    const whole = repairText(text);
    if (whole !== text) this.remark('characters-repaired');
    let clean = whole;
    for (const secret of this.#case.secretValues) clean = clean.replaceAll(secret, '[…]');
    if (clean !== whole) this.remark('secret-removed');
    return clean;
  }
}

/** Gathers a case row by row. */
export class CaseBuilder {
  readonly format: RescueFormat;
  readonly zone: string | undefined;
  readonly secretValues: readonly string[];
  readonly systems = new SystemList();
  readonly accounts = new AccountList();
  readonly indicators = new IndicatorList();
  readonly actions: ActionFields[] = [];
  readonly #entries: RescuedEntry[] = [];
  readonly #secrets: Set<string>;
  readonly #questions = new Set<RescueQuestion>();
  readonly #ledger: RowLedger = openLedger();

  /** Secrets are looked for in the whole file before a row is read. */
  constructor(format: RescueFormat, file: unknown, { zone }: RescueChoices) {
    this.format = format;
    this.zone = zone;
    const { names, values } = findSecrets(file);
    this.secretValues = values;
    this.#secrets = new Set(names);
  }

  row(table: string, row: number): CaseRow {
    return new CaseRow(this, this.#ledger.open(cutText(table, longest.name), row));
  }

  /** A field that holds a secret, or leads to one: it is accounted for by its name. */
  leaveSecret(name: string): void {
    this.#secrets.add(name);
  }

  ask(question: RescueQuestion): void {
    this.#questions.add(question);
  }

  addEntry(entry: RescuedEntry): number {
    return this.#entries.push(entry) - 1;
  }

  finish(about: { readonly version: string; readonly title: string }): RescuedCase {
    for (const name of this.#secrets) this.row(cutText(name, 50), 0).leave('secret');
    return {
      format: this.format,
      ...about,
      entries: this.#entries,
      systems: this.systems.all(),
      accounts: this.accounts.all(),
      indicators: this.indicators.all(),
      actions: this.actions,
      rows: this.#ledger.close(),
      secrets: [...this.#secrets].map((name) => cutText(name, 50)),
      questions: [...this.#questions],
    };
  }
}
