import { defineMessages } from './messages.ts';

/** What a report keeps back: in the report, in the preview, on the command line. */
export const reportRedactionMessages = defineMessages({
  rolePerson: { en: 'person {n}', ja: '担当者{n}' },
  roleSystem: { en: 'system {n}', ja: 'システム{n}' },
  roleAccount: { en: 'account {n}', ja: 'アカウント{n}' },
  roleReviewer: { en: 'reviewer {n}', ja: '査読者{n}' },
  nameHeld: { en: 'name held back', ja: '氏名は非公開' },
  hiddenTitle: { en: 'Incident', ja: 'インシデント' },

  hiddenAboveLimit: {
    en: '{what} ({n}): marked narrower than {limit}',
    ja: '{what}（{n}件）：取扱区分が{limit}より狭い',
  },
  hiddenNoLabel: {
    en: '{what} ({n}): not marked, and neither is the incident',
    ja: '{what}（{n}件）：取扱区分がなく、インシデントにもない',
  },
  hiddenChosen: { en: '{what} ({n}): left out by choice', ja: '{what}（{n}件）：選んで除外' },
  hiddenField: { en: '{what}: left out by choice', ja: '{what}：選んで除外' },
  hiddenUncited: {
    en: '{what} ({n}): nothing that is shown cites them',
    ja: '{what}（{n}件）：掲載する記録から引用されていない',
  },
  namesToRoles: {
    en: 'Names of {n} people, systems and accounts stand as roles, the same one everywhere.',
    ja: '人・システム・アカウントの名前{n}件を、全体で一貫した役割名に置き換えています。',
  },
  defanged: {
    en: 'Addresses are defanged: [.] stands for a dot, hxxp for http.',
    ja: 'アドレスの「.」は「[.]」、「http」は「hxxp」と表記しています。',
  },
  whatEntry: { en: 'Entries', ja: '記録' },
  whatIndicator: { en: 'Indicators', ja: '侵害指標' },
  whatEvidence: { en: 'Evidence items', ja: '証拠' },
  whatChecklist: { en: 'Checklists', ja: 'チェックリスト' },
  whatAction: { en: 'Actions', ja: '対応事項' },
  whatWording: { en: 'Earlier wordings of entries', ja: '記録の以前の文' },
  whatReviewer: { en: 'Names of reviewers', ja: '査読者の氏名' },
  whatCustody: { en: 'Records of custody', ja: '保管の記録' },
  whatLesson: { en: 'Lessons', ja: '教訓' },
  whatDecision: { en: 'Decisions', ja: '意思決定' },
  whatAuthority: { en: 'Lines of the table of authority', ja: '権限表の行' },
  whatDeadline: { en: 'Deadlines', ja: '期限' },
  whatCoverage: { en: 'What is known of logs', ja: 'ログの状況' },
  whatText: { en: 'Written sections', ja: '記述した章' },
  whatAccounts: { en: 'Accounts', ja: 'アカウント' },
  whatHosts: { en: 'Systems', ja: 'システム' },
  whatPeople: { en: 'Names of writers', ja: '記入者の名前' },
  whatTags: { en: 'Tags', ja: 'タグ' },
});
