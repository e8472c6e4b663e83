import type { Member, ValueType } from './types';

type JavaType = Extract<ValueType, 'String' | 'Number' | 'Boolean' | 'List' | 'Map' | 'Entry'>;

/*
 * The methods of Java values that templates use. Written as lines `name(parameters) type: what it does`, since
 * there are many and each says the same three things.
 */

const STRING = `
length() Number: Length in UTF-16 units.
isEmpty() Boolean: Whether it is empty.
contains(text) Boolean: Whether the text occurs in it.
startsWith(text) Boolean: Whether it begins with the text.
endsWith(text) Boolean: Whether it ends with the text.
equals(other) Boolean: Whether it is the same text; a number is never equal to one.
equalsIgnoreCase(text) Boolean: Whether it is the same text but for upper and lower case.
matches(regex) Boolean: Whether the Java pattern matches all of it.
indexOf(text) Number: Where the text first occurs, or -1.
lastIndexOf(text) Number: Where the text last occurs, or -1.
substring(begin, end) String: From begin up to end, or to its end; outside of it the template fails.
charAt(index) String: One character; outside of it the template fails.
replace(text, by) String: Every occurrence of the text replaced.
replaceAll(regex, by) String: Every match of the Java pattern replaced; $1 in "by" is the first group.
replaceFirst(regex, by) String: The first match of the Java pattern replaced.
split(regex) List: The parts between matches of the Java pattern; empty parts at the end are dropped.
trim() String: Without blanks at both ends.
toLowerCase() String: In lower case.
toUpperCase() String: In upper case.
concat(text) String: With the text appended.
compareTo(text) Number: Negative, 0 or positive, by UTF-16 units.
toString() String: Itself.
hashCode() Number: Java's hash.
`;

const LIST = `
size() Number: How many elements it has.
isEmpty() Boolean: Whether it has none.
get(index) json: The element at the index, from 0; outside of it the template fails.
contains(value) Boolean: Whether it has an equal element.
indexOf(value) Number: Where the first equal element is, or -1.
lastIndexOf(value) Number: Where the last equal element is, or -1.
add(value) Boolean: Appends the value. It prints "true": write #set($done = $list.add($x)).
addAll(list) Boolean: Appends the elements. It prints "true".
set(index, value) json: Replaces an element and prints the old one.
remove(index) json: Removes an element and prints it.
subList(begin, end) List: The elements from begin up to end.
clear() unknown: Removes all elements.
containsAll(list) Boolean: Whether it has all elements of the other.
iterator() unknown: Its elements, one after the other.
toString() String: The text it prints.
hashCode() Number: Java's hash.
`;

const MAP = `
size() Number: How many keys it has.
isEmpty() Boolean: Whether it has none.
get(key) json: The value under the key.
getOrDefault(key, value) json: The value under the key, or the other when there is none.
containsKey(key) Boolean: Whether it has the key.
containsValue(value) Boolean: Whether a key has an equal value.
put(key, value) json: Sets a value and prints the old one.
putAll(map) unknown: Sets all values of the other map.
putIfAbsent(key, value) json: Sets a value when there is none.
remove(key) json: Removes a key and prints its value.
keySet() List: Its keys.
values() List: Its values.
entrySet() List: Its entries, each with key and value.
clear() unknown: Removes all keys.
toString() String: The text it prints.
hashCode() Number: Java's hash.
`;

const NUMBER = `
toString() String: Its decimal text.
intValue() Number: As a 32-bit integer.
longValue() Number: As a 64-bit integer.
doubleValue() Number: As a double.
equals(other) Boolean: Whether it is the same number of the same class.
compareTo(other) Number: Negative, 0 or positive.
parseInt(text) Number: The integer a text says; anything else fails the template.
valueOf(text) Number: The number a text says; anything else fails the template.
hashCode() Number: Java's hash.
`;

const BOOLEAN = `
toString() String: true or false.
booleanValue() Boolean: Itself.
equals(other) Boolean: Whether it is the same.
`;

const ENTRY = `
key json: The key.
value json: The value.
getKey() json: The key.
getValue() json: The value.
`;

export const JAVA_MEMBERS: Record<JavaType, readonly Member[]> = {
  String: read(STRING),
  List: read(LIST),
  Map: read(MAP),
  Number: read(NUMBER),
  Boolean: read(BOOLEAN),
  Entry: read(ENTRY),
};

function read(table: string): Member[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', parameters, type = '', doc = ''] =
        /^(\w+)(\([^)]*\))? (\w+): (.*)$/.exec(line) ?? [];
      return { name, ...(parameters ? { parameters } : {}), type: type as ValueType, doc };
    });
}
