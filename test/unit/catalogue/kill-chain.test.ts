import { describe, expect, test } from 'vitest';
import {
  findTechnique,
  findTactic,
  enterpriseAttack,
  icsAttack,
} from '#shared/catalogue/attack-catalogue.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import {
  findStage,
  killChain,
  logSourceById,
  stageById,
  stageByOrder,
  stageIds,
  stagesOfTactic,
} from '#shared/catalogue/kill-chain.ts';

describe('the catalogue', () => {
  test('holds the seven stages in their order', () => {
    expect(killChain.stages.map(({ id, order, stixPhase }) => [id, order, stixPhase])).toEqual(
      stageIds.map((id, at) => [id, at + 1, id]),
    );
    expect(killChain.stages.map(({ code }) => code).join('')).toBe('RWDEICA');
  });

  test('gives every id once', () => {
    const lists = [
      killChain.logSources,
      killChain.logLayers,
      killChain.coursesOfAction,
      killChain.visibilityLevels,
      killChain.windowsEvents,
      killChain.stages.flatMap((stage) => stage.actions),
    ].map((list) => list.map(({ id }) => id));
    for (const ids of lists) expect(new Set(ids).size).toBe(ids.length);
    for (const { logSources } of killChain.stages)
      expect(new Set(logSources.map(({ source }) => source)).size).toBe(logSources.length);
  });

  test('names only log sources, layers and priorities that it describes', () => {
    const named = [
      ...killChain.stages.flatMap(({ logSources }) => logSources.map(({ source }) => source)),
      ...killChain.windowsEvents.map(({ source }) => source),
    ];
    expect(named.filter((id) => logSourceById(id) === undefined)).toEqual([]);
    const layers = new Set(killChain.logLayers.map(({ id }) => id));
    const priorities = new Set(killChain.logPriorities.map(({ priority }) => priority));
    expect(new Set(killChain.logSources.map(({ layer }) => layer))).toEqual(layers);
    expect(new Set(killChain.logSources.map(({ priority }) => priority))).toEqual(priorities);
  });

  test('uses every log source in at least one stage, so that no column of the grid stays empty', () => {
    const used = new Set(
      killChain.stages.flatMap((stage) => stage.logSources.map((l) => l.source)),
    );
    expect(killChain.logSources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('ties every action to a step of the checklists and to its own stage', () => {
    const steps = new Set<string>(checklists.steps.map(({ id }) => id));
    for (const stage of killChain.stages)
      for (const action of stage.actions) {
        expect(steps).toContain(action.step);
        expect(action.id.startsWith(`${stage.code}-`)).toBe(true);
      }
  });

  test('names only current ATT&CK techniques', () => {
    const named = killChain.stages.flatMap(({ attack }) => attack.techniques);
    expect(named.filter((id) => findTechnique(id)?.status !== 'current')).toEqual([]);
  });

  test('maps every tactic of both domains, and agrees with the tactics that a stage lists', () => {
    const tactics = [...enterpriseAttack.tactics, ...icsAttack.tactics].map(({ id }) => id);
    expect(Object.keys(killChain.tacticToStage).toSorted()).toEqual(tactics.toSorted());
    for (const { id, attack } of killChain.stages) {
      for (const tactic of attack.enterpriseTactics) {
        expect(findTactic(tactic, 'enterprise-attack')?.id).toBe(tactic);
        expect(stagesOfTactic(tactic)).toContain(id);
      }
      for (const tactic of attack.icsTactics) {
        expect(findTactic(tactic, 'ics-attack')?.id).toBe(tactic);
        expect(stagesOfTactic(tactic)).toContain(id);
      }
    }
  });

  test('offers destruction only where something of our own, or an authority, is meant', () => {
    const withDestroy = killChain.stages.filter(({ courses }) => courses.destroy.length > 0);
    expect(withDestroy.map(({ id }) => id)).toEqual([
      'installation',
      'command-and-control',
      'actions-on-objectives',
    ]);
  });
});

describe('finding a stage', () => {
  test.each([
    ['1', 'reconnaissance'],
    [3, 'delivery'],
    ['７', 'actions-on-objectives'],
    ['③', 'delivery'],
    ['delivery', 'delivery'],
    ['Delivery', 'delivery'],
    ['ＤＥＬＩＶＥＲＹ', 'delivery'],
    ['D', 'delivery'],
    ['i', 'installation'],
    ['c2', 'command-and-control'],
    ['C&C', 'command-and-control'],
    ['cnc', 'command-and-control'],
    ['command and control', 'command-and-control'],
    ['Command and Control (C2)', 'command-and-control'],
    ['actions_on_objectives', 'actions-on-objectives'],
    ['recon', 'reconnaissance'],
    ['weap', 'weaponization'],
    ['weaponisation', 'weaponization'],
    ['配送', 'delivery'],
    ['デリバリー', 'delivery'],
    ['ﾃﾞﾘﾊﾞﾘｰ', 'delivery'],
    ['でりばりー', 'delivery'],
    ['遠隔操作（Ｃ２）', 'command-and-control'],
    ['遠隔', 'command-and-control'],
    ['偵', 'reconnaissance'],
    ['攻撃', 'exploitation'],
    ['悪用', 'exploitation'],
    ['潜伏', 'installation'],
    ['目的の実行', 'actions-on-objectives'],
    ['目的達成', 'actions-on-objectives'],
  ])('takes %s for %s', (text, id) => {
    expect(findStage(text)?.id).toBe(id);
  });

  test.each(['', '  ', '0', '8', '12', 'phishing', 'p', 'x', 'delivery!', '攻', '初期アクセス'])(
    'takes “%s” for no stage',
    (text) => {
      expect(findStage(text)).toBeUndefined();
    },
  );

  test('knows every name, alternate, code and id of every stage as that stage and no other', () => {
    for (const stage of killChain.stages) {
      const ways = [
        stage.id,
        stage.code,
        stage.name.en,
        stage.name.ja,
        ...stage.enAlt,
        ...stage.jaAlt,
      ];
      expect(ways.map((way) => [way, findStage(way)?.id])).toEqual(
        ways.map((way) => [way, stage.id]),
      );
    }
  });

  test('looks up by number and by id', () => {
    expect(stageByOrder(6)?.id).toBe('command-and-control');
    expect(stageByOrder(8)).toBeUndefined();
    expect(stageById('delivery').order).toBe(3);
    expect(stagesOfTactic('TA0001')).toEqual(['delivery', 'exploitation']);
    expect(stagesOfTactic('TA9999')).toEqual([]);
  });
});
