import { type PathAnswer, type PathResult, readPath } from '../../src/engine/jsonpath/read-path';

/** The oracle's answer to one question. */
export type OracleAnswer = {
  definite?: boolean;
  json?: string;
  text?: string;
  javaType?: string;
  error?: { stage: string; type: string; message: string };
};

/** Our answer to a question, in the oracle's form. */
export function answer(question: { path: string; json: string }): OracleAnswer {
  return inOracleForm(readPath(question.path, question.json));
}

/** Our answer for the newer versions of the library. */
export function newerAnswer(question: { path: string; json: string }): OracleAnswer {
  const result = readPath(question.path, question.json);
  return inOracleForm(result.newer ?? result);
}

/** Says in what two answers differ; undefined when they agree. */
export function difference(ours: OracleAnswer, theirs: OracleAnswer): string | undefined {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  return a === b ? undefined : `ours ${a}, Java's ${b}`;
}

function inOracleForm(result: PathAnswer | PathResult): OracleAnswer {
  const form: OracleAnswer = {};
  if (result.definite !== undefined) form.definite = result.definite;
  if (!result.ok) {
    const { stage, type, message } = result.error;
    return { ...form, error: { stage, type, message } };
  }
  const { json, text, javaType } = result;
  return { ...form, json, text, javaType };
}
