import agreement from './agreement.json';

interface Count {
  cases: number;
  agree: number;
}

/** What each part is held against. */
const AREAS: Record<keyof typeof agreement, { what: string; beside: string; note?: string }> = {
  templates: { what: 'Templates', beside: 'Apache Velocity 1.7 on a JVM' },
  patterns: {
    what: 'Patterns',
    beside: 'java.util.regex of JDK 17',
    note: 'A pattern that names a character (\\N{…}) is refused here, with what to write instead.',
  },
  paths: {
    what: 'Paths and JSON',
    beside: 'Jayway JsonPath 2.0.0, and 2.10.0 where it answers differently',
  },
  pipeline: {
    what: 'From answer to response',
    beside: 'recordings, documentation, sources of emulators and reports, as the group says',
    note: 'Cases under “assumed” only hold this page to what it assumes; they prove nothing about the service.',
  },
};

const GROUP_NAMES: Record<string, string> = { community: 'reported', 'emulator-source': 'emulator' };

/** How many recorded cases agree, for each part and group, as the last run of the conformance tests counted. */
export function AgreementTable() {
  return (
    <div className="agreement">
      {Object.entries(AREAS).map(([id, { what, beside, note }]) => {
        const { groups, ...count } = agreement[id as keyof typeof agreement];
        return (
          <details key={id}>
            <summary>
              <span className="agreement-what">{what}</span>
              <span className="agreement-beside">{beside}</span>
              <span className="agreement-count">{agreeing(count)}</span>
            </summary>
            {note && <p>{note}</p>}
            <ul>
              {Object.entries(groups).map(([name, group]) => (
                <li key={name}>
                  <span>{GROUP_NAMES[name] ?? name}</span> {agreeing(group)}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function agreeing({ cases, agree }: Count): string {
  return `${agree.toLocaleString('en-US')} of ${cases.toLocaleString('en-US')} agree`;
}
