import { methodsNamed } from '../vtl/methods/tables';

/** Public methods of Java 8 by class, as far as templates may meet the class. */
const NAMES: Readonly<Record<string, string>> = {
  String:
    'charAt chars codePointAt codePointBefore codePointCount codePoints compareTo compareToIgnoreCase concat contains ' +
    'contentEquals copyValueOf endsWith equals equalsIgnoreCase format getBytes getChars hashCode indexOf intern ' +
    'isEmpty join lastIndexOf length matches offsetByCodePoints regionMatches replace replaceAll ' +
    'replaceFirst split startsWith subSequence substring toCharArray toLowerCase toString toUpperCase trim valueOf',
  List:
    'add addAll clear clone contains containsAll ensureCapacity equals forEach get hashCode indexOf isEmpty iterator ' +
    'lastIndexOf listIterator parallelStream remove removeAll removeIf replaceAll retainAll set size sort spliterator ' +
    'stream subList toArray toString trimToSize',
  Map:
    'clear clone compute computeIfAbsent computeIfPresent containsKey containsValue entrySet equals forEach get getClass ' +
    'getOrDefault hashCode isEmpty keySet merge put putAll putIfAbsent remove replace replaceAll size toString values',
};

const KIND: Readonly<Record<string, keyof typeof NAMES>> = {
  String: 'String',
  ArrayList: 'List',
  JSONArray: 'List',
  LinkedHashMap: 'Map',
};

/** Whether Java has a method that the engine lacks. */
export function isJavaMethod(javaClass: string, name: string): boolean {
  const kind = Object.hasOwn(KIND, javaClass) ? KIND[javaClass] : undefined;
  return kind !== undefined && !methodsNamed(javaClass, name) && NAMES[kind]!.split(' ').includes(name);
}
