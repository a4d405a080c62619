import { defineMessages } from './messages.ts';

/** Words of the checklists view. */
export const checklistMessages = defineMessages({
  title: { en: 'Checklists', ja: 'チェックリスト' },
  emptyTitle: {
    en: 'What NIST expects at each phase, ticked with proof.',
    ja: 'NISTの各フェーズで求められることを、根拠を添えて確認します。',
  },
  emptyText: {
    en: 'Take a template into this notebook. It stays as it is today, whatever later editions say.',
    ja: 'テンプレートをこのノートブックに取り込みます。後の版が変わっても、取り込んだ内容は変わりません。',
  },
  adopt: { en: 'Use this checklist', ja: 'このチェックリストを使う' },
  adoptMore: { en: 'Add checklist', ja: 'チェックリストを追加' },
  adoptTitle: { en: 'Add a checklist', ja: 'チェックリストの追加' },
  adopted: { en: 'Checklist added', ja: 'チェックリストを追加しました' },
  alreadyUsed: { en: 'in use', ja: '使用中' },
  itemCount: { en: { one: '{n} item', other: '{n} items' }, ja: '{n}項目' },
  basis: { en: 'Based on {sources}', ja: '根拠：{sources}' },
  chosen: { en: 'Checklist shown', ja: '表示するチェックリスト' },
  progress: { en: '{done} of {total} done', ja: '{total}項目中 {done}項目完了' },
  progressName: { en: 'Items done', ja: '完了した項目' },
  stateCounts: { en: 'States', ja: '状態' },

  stateOpen: { en: 'Open', ja: '未着手' },
  stateDoing: { en: 'In progress', ja: '対応中' },
  stateDone: { en: 'Done', ja: '完了' },
  stateNotApplicable: { en: 'Not applicable', ja: '対象外' },
  stateBlocked: { en: 'Blocked', ja: '保留' },

  filterPhase: { en: 'Phase', ja: 'フェーズ' },
  filterAllPhases: { en: 'All phases', ja: 'すべてのフェーズ' },
  onlyUnsettled: { en: 'Not settled', ja: '未決着' },
  onlyCritical: { en: 'Critical', ja: '重要' },
  onlySeen: { en: 'For the stages seen so far', ja: 'これまでに現れた段階' },
  nothingShown: { en: 'No item passes these filters.', ja: '絞り込みに合う項目はありません。' },
  showAll: { en: 'Show all', ja: 'すべて表示' },

  critical: { en: 'Critical', ja: '重要' },
  needsApproval: { en: 'Needs approval', ja: '要承認' },
  evidenceExpected: { en: 'Evidence expected', ja: '証拠が必要' },
  why: { en: 'Why: {text}', ja: '理由：{text}' },
  references: { en: 'References: {refs}', ja: '参照：{refs}' },
  cites: { en: 'Cites', ja: '引用' },
  contested: {
    en: 'Set differently by people who did not know of each other. Save one to settle it.',
    ja: '互いを知らない人が別々に設定しています。どれかを保存すると決まります。',
  },
  settingBy: { en: '{state}, by {by}', ja: '{state}（{by}）' },

  edit: { en: 'Set {item}', ja: '{item}を設定' },
  state: { en: 'State', ja: '状態' },
  because: { en: 'Because', ja: '理由' },
  becauseDone: { en: 'If nothing can be cited: why', ja: '引用できるものがない場合の理由' },
  note: { en: 'Note', ja: 'メモ' },
  owner: { en: 'Owner', ja: '担当' },
  save: { en: 'Save', ja: '保存' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  saved: { en: '{item}: {state}', ja: '{item}：{state}' },
  needsCitation: {
    en: 'A done item cites an entry or evidence, or says why it cannot.',
    ja: '完了にするには、記録か証拠を引用するか、できない理由を書いてください。',
  },
  needsReason: { en: 'Say why.', ja: '理由を書いてください。' },
  keysHint: {
    en: 'Ctrl+Enter saves, Esc leaves it as it was.',
    ja: 'Ctrl+Enterで保存、Escで元のままにします。',
  },

  cite: { en: 'Cite entries or evidence', ja: '記録・証拠を引用' },
  citeEntries: { en: 'Cite entries', ja: '記録を引用' },
  citePlaceholder: { en: 'Number or words', ja: '番号か語句' },
  citeNothing: { en: 'Nothing found', ja: '見つかりません' },
  citeChoices: { en: 'Choices', ja: '候補' },
  removeCitation: { en: 'Remove citation', ja: '引用を外す' },
  readOnly: {
    en: 'This notebook is open for reading only.',
    ja: 'このノートブックは読み取り専用です。',
  },
});
