/** Secrets that stand in the case below; none may come out again. */
export const auroraSecrets = ['misp-key-4f1c9e77a0', 'vt-key-b83d20c6e1'] as const;

/** A `.fox` file as a version writes it; what a version does not know yet is left out. */
export function auroraCase(
  version: number,
  tables: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    storage_format_version: version,
    locked: true,
    case_id: 'IR-7',
    client: 'Minato Clinic',
    start_date: '2024-03-01',
    summary: 'VPN intrusion',
    mispserver: 'https://misp.example.test',
    mispapikey: auroraSecrets[0],
    mispeventid: '991',
    vtapikey: auroraSecrets[1],
    timeline: [],
    investigated_systems: [],
    malware: [],
    compromised_accounts: [],
    network_indicators: [],
    exfiltration: [],
    hosts: [],
    investigators: [],
    actions: [],
    casenotes: [],
    event_types: [{ id: 1, text: 'EventLog' }],
    ...(version >= 3 && {
      direction: [{ id: 1, text: '<-' }],
      killchain: [{ id: 1, text: 'Recon' }],
    }),
    ...(version >= 4 && { evidence: [] }),
    ...(version >= 5 && { systems: [], system_types: [{ id: 9, text: 'Attacker Infra' }] }),
    ...(version >= 6 && { osint: [] }),
    ...(version >= 7 && {
      verdicts: [
        { id: 3, text: 'Commodity' },
        { id: 3, text: 'Clean' },
      ],
    }),
    ...tables,
  };
}

/** A row of the timeline. */
export function auroraEvent(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    recid: 1,
    w2ui: { changes: {}, style: 'background-color: #C2F5B4' },
    date_time: '2024-03-01 9:03:00',
    event_type: 'EventLog',
    event_host: 'PACS01',
    direction: '<-',
    event_source_host: 'VPN',
    killchain: 'Delivery',
    event_data: 'Logon from unknown address',
    notes: 'see 4624',
    visual: true,
    followup: false,
    attribution: '',
    owner: 'AK',
    ...fields,
  };
}
