/** The evaluation of the default example as JSON; bytes are written as `{"base64": "..."}`. */
declare module 'virtual:first-outcome' {
  const evaluation: string;
  export default evaluation;
}

/** Ids of the problems that have a help page. */
declare module 'virtual:help-ids' {
  const ids: string[];
  export default ids;
}
