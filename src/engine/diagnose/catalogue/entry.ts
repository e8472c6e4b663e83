import type { Evidence, Problem } from '../../outcome';

/** What is said about a problem wherever it occurs: in the list of problems and on its help page. */
export interface CatalogueEntry {
  /** Letter of its section and number in it: `B3`. The letters follow an answer on its way through the gateway. */
  section: `${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I'}${number}`;
  /** Usual severity; a single finding may be graver or milder. */
  severity: Problem['severity'];
  when: Problem['when'];
  /** What is wrong in at most 60 characters, not what to do. */
  title: string;
  evidence: Evidence;
  help: HelpText;
}

/** The words of a help page; plain text, with code between backquotes. */
export interface HelpText {
  /** What a person sees. */
  symptom: string;
  cause: string;
  remedy: string;
  /** The smallest example, before and after. */
  example?: { before: string; after: string };
}

/** Entries by problem id: stable, kebab-case, the name of the help page. */
export type CatalogueSection = Readonly<Record<string, CatalogueEntry>>;
