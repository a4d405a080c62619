import type { AccountFields } from '../../domain/account.ts';
import type { AssetFields } from '../../domain/system.ts';
import { cutText, nameKey } from './field-value.ts';

type Texts = Readonly<Record<string, string | undefined>>;
type StateOf<F extends { state?: unknown }> = NonNullable<F['state']>;

type Draft<F extends { state?: { value: string } | undefined }> = {
  readonly state?: { readonly value: StateOf<F>['value']; readonly because: string };
  /** Lines for the note. */
  readonly note?: string;
};

export type SystemDraft = Draft<AssetFields> & {
  readonly aliases?: readonly string[];
  readonly adversary?: boolean;
  readonly keyAsset?: boolean;
  readonly criticality?: AssetFields['criticality'];
} & { readonly [K in 'type' | 'role' | 'owner' | 'network' | 'place' | 'os']?: string };

export type AccountDraft = Draft<AccountFields> & {
  readonly [K in 'domain' | 'sid' | 'type' | 'privileges' | 'owner']?: string;
};

/** The worst that one row says of a thing holds until a person says otherwise. */
const worst = ['compromised', 'suspected', 'cleared', 'unknown'];

class Merged<V extends string> {
  readonly name: string;
  readonly texts: Record<string, string> = {};
  readonly notes: string[] = [];
  readonly aliases = new Set<string>();
  readonly marks = new Set<'adversary' | 'keyAsset'>();
  criticality: AssetFields['criticality'];
  state: { readonly value: V; readonly because: string } | undefined;

  constructor(name: string) {
    this.name = name;
  }

  take(texts: Texts, note: string | undefined, state: Merged<V>['state']): void {
    for (const [field, text = ''] of Object.entries(texts)) {
      if (text === '' || this.texts[field] === text) continue;
      if (this.texts[field] === undefined) this.texts[field] = text;
      else this.notes.push(`${field}: ${text}`);
    }
    if (note !== undefined && note !== '' && !this.notes.includes(note)) this.notes.push(note);
    if (state === undefined) return;
    if (this.state === undefined || rank(state.value) < rank(this.state.value)) this.state = state;
  }

  common() {
    const note = cutText(this.notes.join('\n'), 20_000);
    return {
      name: this.name,
      ...this.texts,
      ...(note !== '' && { note }),
      ...(this.state !== undefined && {
        state: { ...this.state, because: cutText(this.state.because, 2_000), entries: [] },
      }),
    };
  }
}

function rank(value: string): number {
  const at = worst.indexOf(value);
  return at < 0 ? worst.length : at;
}

/** Systems by name: several tables of one file tell of the same one. */
export class SystemList {
  readonly #byName = new Map<string, Merged<StateOf<AssetFields>['value']>>();

  /** True when a row before told of it already. */
  add(name: string, draft: SystemDraft): boolean {
    const { aliases = [], adversary, keyAsset, criticality, note, state, ...texts } = draft;
    const key = nameKey(name);
    const before = this.#byName.get(key);
    const system = before ?? new Merged(name);
    this.#byName.set(key, system);
    for (const alias of aliases)
      if (nameKey(alias) !== key && alias !== '') system.aliases.add(alias);
    if (adversary === true) system.marks.add('adversary');
    if (keyAsset === true) system.marks.add('keyAsset');
    system.criticality ??= criticality;
    system.take(texts, note, state);
    return before !== undefined;
  }

  all(): readonly AssetFields[] {
    return [...this.#byName.values()].map((system) => ({
      ...system.common(),
      ...(system.aliases.size > 0 && { aliases: [...system.aliases].slice(0, 200) }),
      ...(system.criticality !== undefined && { criticality: system.criticality }),
      ...(system.marks.has('keyAsset') && { keyAsset: true }),
      ...(system.marks.has('adversary') && { adversary: true }),
    }));
  }
}

/** Accounts by domain and name. */
export class AccountList {
  readonly #byName = new Map<string, Merged<StateOf<AccountFields>['value']>>();

  /** True when a row before told of it already. */
  add(name: string, { note, state, ...texts }: AccountDraft): boolean {
    const key = `${nameKey(texts.domain ?? '')}\\${nameKey(name)}`;
    const before = this.#byName.get(key);
    const account = before ?? new Merged(name);
    this.#byName.set(key, account);
    account.take(texts, note, state);
    return before !== undefined;
  }

  all(): readonly AccountFields[] {
    return [...this.#byName.values()].map((account) => account.common());
  }
}
