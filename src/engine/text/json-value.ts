/** A plain JSON value, for data that crosses the engine's door. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
