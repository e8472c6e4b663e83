import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints what the JDK knows about characters, as far as a browser cannot be asked: which code points are
 * assigned, the blocks, the scripts, and the parts of grapheme clusters. `make-tables.mjs` turns it into the
 * tables the engine carries.
 *
 * Each line is a name, a tab and a list. A range is `first-last` in decimal.
 */
public final class UnicodeTables {
  public static void main(String[] args) throws ReflectiveOperationException {
    ranges("unassigned", c -> Character.getType(c) == Character.UNASSIGNED);
    blocks();
    scripts();
    graphemes();
  }

  private static void ranges(String name, IntPredicate holds) {
    StringBuilder out = new StringBuilder(name).append('\t');
    for (int c = 0, from = -1; c <= Character.MAX_CODE_POINT + 1; c++) {
      boolean in = c <= Character.MAX_CODE_POINT && holds.test(c);
      if (in && from < 0) from = c;
      if (!in && from >= 0) {
        out.append(from).append('-').append(c - 1).append(' ');
        from = -1;
      }
    }
    System.out.println(out.toString().trim());
  }

  /** `block  first-last  NAME  NAME...`: every spelling `forName` takes, the field's name first. */
  private static void blocks() throws ReflectiveOperationException {
    Map<String, List<String>> spellings = new LinkedHashMap<>();
    java.lang.reflect.Field map = Character.UnicodeBlock.class.getDeclaredField("map");
    map.setAccessible(true);
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) map.get(null)).entrySet())
      spellings.computeIfAbsent(entry.getValue().toString(), k -> new ArrayList<>()).add((String) entry.getKey());
    Map<String, int[]> extents = new LinkedHashMap<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
      if (block == null) continue;
      int first = c;
      extents.computeIfAbsent(block.toString(), k -> new int[] {first, first})[1] = c;
    }
    for (Map.Entry<String, int[]> extent : extents.entrySet()) {
      List<String> names = spellings.get(extent.getKey());
      names.sort(null);
      int[] range = extent.getValue();
      System.out.println("block\t" + range[0] + "-" + range[1] + "\t" + extent.getKey() + "\t" + String.join("\t", names));
    }
  }

  /** `script  Code  NAME`: every four-letter code `forName` takes. */
  private static void scripts() {
    for (char a = 'A'; a <= 'Z'; a++)
      for (char b = 'a'; b <= 'z'; b++)
        for (char c = 'a'; c <= 'z'; c++)
          for (char d = 'a'; d <= 'z'; d++) {
            String code = "" + a + b + c + d;
            try {
              String name = Character.UnicodeScript.forName(code).name();
              System.out.println("script\t" + code + "\t" + name);
            } catch (IllegalArgumentException e) {
              // No such script.
            }
          }
  }

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /** A pictograph is what a joiner binds to a pictograph before it. */
  private static void graphemes() {
    ranges("pictographic", c -> joined("\u00a9\u200d", c) && !joined("a\u200d", c));
    ranges("prepend", c -> joins(c, "a"));
    ranges("control", c -> c != '\n' && !joined("a", c) && !joins(c, "\u0300"));
    ranges("extend", c -> joined("a", c));
  }

  private static boolean joined(String before, int c) {
    String all = before + Character.toString(c);
    Matcher matcher = CLUSTER.matcher(all);
    return matcher.lookingAt() && matcher.end() == all.length();
  }

  private static boolean joins(int c, String after) {
    String all = Character.toString(c) + after;
    Matcher matcher = CLUSTER.matcher(all);
    return matcher.lookingAt() && matcher.end() == all.length();
  }
}
