/** The evaluation of the default example as JSON; bytes are written as `{"base64": "..."}`. */
declare module 'virtual:first-outcome' {
  const evaluation: string;
  export default evaluation;
}
