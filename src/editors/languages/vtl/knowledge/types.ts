/** What a member or a variable is, as far as it can be told from the text of a template. */
export type ValueType =
  | 'input'
  | 'util'
  | 'context'
  | 'identity'
  | 'clientCert'
  | 'validity'
  | 'authorizer'
  | 'error'
  | 'responseOverride'
  | 'requestOverride'
  | 'stageVariables'
  | 'foreach'
  | 'params'
  | 'String'
  | 'Number'
  | 'Boolean'
  | 'List'
  | 'Map'
  | 'Entry'
  /** Read from the payload: could be anything JSON can be. */
  | 'json'
  | 'unknown';

/** Something that can follow a dot. */
export interface Member {
  name: string;
  /** For a method: its parameters as people write them, such as `(path)`; absent for a property. */
  parameters?: string;
  type: ValueType;
  /** One line of plain text. */
  doc: string;
}
