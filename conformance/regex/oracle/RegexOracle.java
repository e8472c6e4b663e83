import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Answers what java.util.regex does, one question a line.
 *
 * A question is words separated by blanks: the operation, then its arguments, each text written as the
 * hexadecimal digits of its UTF-16 units, four a unit, behind an `x` (so that the empty text is a word too).
 *
 *   match PATTERN TEXT        replaceAll PATTERN TEXT REPLACEMENT
 *   split PATTERN TEXT LIMIT  replaceFirst PATTERN TEXT REPLACEMENT
 *   quote TEXT
 *
 * An answer is one line of JSON in ASCII. Places are UTF-16 offsets; `groups` is start and end of every group,
 * the whole match first, -1 for a group that took no part. An operation that threw or read more characters
 * than the budget allows says so in `failed`.
 */
public final class RegexOracle {
  private static final long BUDGET = Long.getLong("budget", 3_000_000L);

  public static void main(String[] args) throws Exception {
    // A deep stack keeps StackOverflowError, which depends on the warmth of the JIT, out of the answers.
    Thread worker = new Thread(null, RegexOracle::serve, "oracle", 1L << 29);
    worker.start();
    worker.join();
  }

  private static void serve() {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII)) {
      for (String line; (line = in.readLine()) != null; ) {
        if (line.isEmpty()) continue;
        out.println(answer(line.split(" ")));
        if (!in.ready()) out.flush();
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String answer(String[] words) {
    String first = text(words[1]);
    if (words[0].equals("quote")) return "{\"result\":" + json(Pattern.quote(first)) + "}";
    Pattern pattern;
    try {
      pattern = Pattern.compile(first);
    } catch (PatternSyntaxException e) {
      return "{\"error\":{\"description\":" + json(e.getDescription()) + ",\"index\":" + e.getIndex()
          + ",\"message\":" + json(e.getMessage()) + "}}";
    } catch (Throwable e) {
      return "{\"failed\":" + json("compile: " + e) + "}";
    }
    CharSequence input = new Counted(text(words[2]), new long[] {BUDGET});
    try {
      switch (words[0]) {
        case "match":
          return match(pattern, text(words[2]));
        case "replaceAll":
          return "{\"result\":" + json(pattern.matcher(input).replaceAll(text(words[3]))) + "}";
        case "replaceFirst":
          return "{\"result\":" + json(pattern.matcher(input).replaceFirst(text(words[3]))) + "}";
        case "split": {
          StringBuilder list = new StringBuilder();
          for (String piece : pattern.split(input, Integer.parseInt(words[3])))
            list.append(list.length() == 0 ? "" : ",").append(json(piece));
          return "{\"result\":[" + list + "]}";
        }
        default:
          return "{\"failed\":\"no such operation\"}";
      }
    } catch (OverBudget e) {
      return "{\"failed\":\"over budget\"}";
    } catch (Throwable e) {
      return "{\"thrown\":" + json(e.getClass().getName()) + ",\"message\":" + json(String.valueOf(e.getMessage())) + "}";
    }
  }

  private static String match(Pattern pattern, String text) {
    StringBuilder out = new StringBuilder("{");
    String[] names = {"matches", "find", "lookingAt"};
    for (int op = 0; op < 3; op++) {
      if (op > 0) out.append(',');
      out.append('"').append(names[op]).append("\":");
      long[] left = {BUDGET};
      Matcher matcher = pattern.matcher(new Counted(text, left));
      try {
        boolean found = op == 0 ? matcher.matches() : op == 1 ? matcher.find() : matcher.lookingAt();
        if (!found) {
          out.append("null");
          continue;
        }
        out.append('[');
        for (int group = 0; group <= matcher.groupCount(); group++)
          out.append(group == 0 ? "" : ",").append(matcher.start(group)).append(',').append(matcher.end(group));
        out.append(']');
      } catch (OverBudget e) {
        out.append("{\"failed\":\"over budget\"}");
      } catch (Throwable e) {
        out.append("{\"failed\":").append(json(e.getClass().getName())).append('}');
      }
    }
    return out.append('}').toString();
  }

  private static final class OverBudget extends RuntimeException {
    OverBudget() {
      super(null, null, false, false);
    }
  }

  /** The text, counting how often a character of it is read. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final long[] left;

    Counted(String text, long[] left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) throw new OverBudget();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static String text(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i + 4 <= word.length(); i += 4) out.append((char) Integer.parseInt(word.substring(i, i + 4), 16));
    return out.toString();
  }

  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c < 127 && c != '"' && c != '\\') out.append(c);
      else out.append(String.format("\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }
}
