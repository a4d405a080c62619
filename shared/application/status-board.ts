import type { AccountFields } from '../domain/account.ts';
import type { ServiceFields, ServiceState } from '../domain/business-service.ts';
import { clearanceGap } from '../domain/examination.ts';
import type { AssetFields } from '../domain/system.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { StatefulRecord } from '../journal/records.ts';
import { registeredServices, registeredStateful, type RegisteredStateful } from './systems.ts';

/**
 * How far something is contained, the most pressing first.
 *
 * `unproven` was called clear without saying what was collected and examined; `unknown` is what nobody looked at.
 */
export const statusGroups = [
  'open',
  'partly',
  'suspected',
  'unproven',
  'unknown',
  'contained',
  'recovering',
  'clear',
] as const;
export type StatusGroup = (typeof statusGroups)[number];

type SystemState = NonNullable<AssetFields['state']>;
type AccountState = NonNullable<AccountFields['state']>;

/** One line of the board. */
export type StatusItem = {
  readonly id: string;
  readonly name: string;
  readonly group: StatusGroup;
  readonly state: SystemState['value'] | AccountState['value'];
  /** ms since the epoch; undefined while nobody has written a state. */
  readonly sinceMs: number | undefined;
  readonly keyAsset: boolean;
  /** True while people who had not read each other wrote different states: the worse one is shown. */
  readonly disputed: boolean;
};

/** A business service and how it stands. */
export type ServiceItem = {
  readonly id: string;
  readonly name: string;
  readonly order: number | null;
  readonly state: ServiceState | undefined;
  readonly sinceMs: number | undefined;
  /** Names of its systems that are not contained, or not known to be. */
  readonly waitsFor: readonly string[];
};

/** What is contained and what is not. */
export type StatusBoard = {
  readonly systems: readonly StatusItem[];
  readonly accounts: readonly StatusItem[];
  readonly services: readonly ServiceItem[];
};

/** How far a system in this state is contained. */
export function systemGroup(state: SystemState | undefined): StatusGroup {
  switch (state?.value) {
    case undefined:
    case 'unknown':
      return 'unknown';
    case 'suspected':
      return 'suspected';
    case 'compromised':
      return 'open';
    case 'contained':
      return 'contained';
    case 'rebuilt':
    case 'back-in-service':
      return 'recovering';
    case 'cleared':
      return clearanceGap(state.examination) === undefined ? 'clear' : 'unproven';
  }
}

/** How far an account in this state is contained: a new password ends no session and no token. */
export function accountGroup(state: AccountState | undefined): StatusGroup {
  switch (state?.value) {
    case undefined:
    case 'unknown':
      return 'unknown';
    case 'suspected':
      return 'suspected';
    case 'compromised':
      return 'open';
    case 'disabled':
      return 'contained';
    case 'reset':
      return state.tokensRevoked === true ? 'contained' : 'partly';
    case 'back-in-service':
      return 'recovering';
    case 'cleared':
      return clearanceGap(state.examination) === undefined ? 'clear' : 'unproven';
  }
}

type BoardRecords = {
  readonly assets: Iterable<StatefulRecord<AssetFields>>;
  readonly accounts: Iterable<StatefulRecord<AccountFields>>;
  readonly services: Iterable<StatefulRecord<ServiceFields>>;
};

/** The board of a folded notebook. */
export function boardOfState({ assets, accounts, services }: NotebookState): StatusBoard {
  return statusBoard({
    assets: assets.values(),
    accounts: accounts.values(),
    services: services.values(),
  });
}

/** What is contained and what is not; machines of the adversary are not ours to contain. */
export function statusBoard(records: BoardRecords): StatusBoard {
  const assets = new Map([...records.assets].map((record) => [record.id, record]));
  const accounts = new Map([...records.accounts].map((record) => [record.id, record]));
  const systems = registeredStateful(assets.values())
    .filter(({ fields }) => fields.adversary !== true)
    .map((one) => itemOf(one, assets.get(one.id), systemGroup));
  const worrying = new Map(
    systems.filter(({ group }) => !isSettled(group)).map(({ id, name }) => [id, name]),
  );
  return {
    systems: inOrder(systems),
    accounts: inOrder(
      registeredStateful(accounts.values()).map((one) =>
        itemOf(one, accounts.get(one.id), accountGroup),
      ),
    ),
    services: registeredServices(records.services).map((one) => ({
      id: one.id,
      name: one.name,
      order: one.fields.order ?? null,
      state: one.fields.state?.value,
      sinceMs: sinceOf(one),
      waitsFor: (one.fields.systems ?? []).flatMap((id) => worrying.get(id) ?? []),
    })),
  };
}

function isSettled(group: StatusGroup): boolean {
  return group === 'contained' || group === 'recovering' || group === 'clear';
}

/** Since when the state that stands holds, ms since the epoch; undefined while none was written. */
function sinceOf({
  fields,
  states,
}: {
  readonly fields: { readonly state?: { readonly at?: string | undefined } | undefined };
  readonly states: readonly { readonly wall: number }[];
}): number | undefined {
  const said = fields.state?.at;
  return said === undefined ? states.at(-1)?.wall : Date.parse(said);
}

function itemOf<
  F extends { readonly keyAsset?: boolean | undefined; readonly state?: S | undefined },
  S extends (SystemState | AccountState) & { readonly at?: string | undefined },
>(
  one: RegisteredStateful<F>,
  record: StatefulRecord<F> | undefined,
  groupOf: (state: S | undefined) => StatusGroup,
): StatusItem {
  const register = record?.fields.state as readonly { readonly value: S }[] | undefined;
  const standing = (register ?? []).map(({ value }) => value);
  const place = (state: S | undefined): number => statusGroups.indexOf(groupOf(state));
  const worst = standing.toSorted((a, b) => place(a) - place(b))[0];
  return {
    id: one.id,
    name: one.name,
    group: groupOf(worst),
    state: worst?.value ?? 'unknown',
    sinceMs: sinceOf({ fields: { state: worst }, states: one.states }),
    keyAsset: one.fields.keyAsset === true,
    disputed: standing.length > 1,
  };
}

/** By how pressing they are; key assets first within a group. */
function inOrder(items: readonly StatusItem[]): readonly StatusItem[] {
  return items.toSorted(
    (a, b) =>
      statusGroups.indexOf(a.group) - statusGroups.indexOf(b.group) ||
      Number(b.keyAsset) - Number(a.keyAsset),
  );
}
