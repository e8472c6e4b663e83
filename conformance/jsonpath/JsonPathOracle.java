import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;

/**
 * Says what Jayway JsonPath makes of a path and a body, one question and one answer a line.
 *
 * <p>Question: {"path": "$.a", "json": "text of the body"}. Answer: {"definite", "json", "text", "javaType"} or {"definite"?,
 * "error": {"stage", "type", "message"}}, in ASCII. With {"double": "1e22"} or {"float": ...} instead, the answer is the text
 * Java gives that number.
 */
public final class JsonPathOracle {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      Map<?, ?> question = (Map<?, ?>) JSONValue.parse(line);
      StringBuilder answer = new StringBuilder();
      write(answer, question.containsKey("path") ? read(question) : number(question));
      out.println(answer);
      if (!in.ready()) out.flush();
    }
    out.flush();
  }

  private static Map<String, Object> number(Map<?, ?> question) {
    Object wide = question.get("double");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "text",
        wide != null
            ? Double.toString(Double.parseDouble((String) wide))
            : Float.toString(Float.parseFloat((String) question.get("float"))));
    return answer;
  }

  private static Map<String, Object> read(Map<?, ?> question) {
    Map<String, Object> answer = new LinkedHashMap<>();
    String stage = "compile";
    try {
      JsonPath path = JsonPath.compile((String) question.get("path"));
      answer.put("definite", path.isDefinite());
      stage = "parse";
      Configuration configuration = Configuration.defaultConfiguration();
      Object body = configuration.jsonProvider().parse((String) question.get("json"));
      stage = "read";
      Object value = JsonPath.using(configuration).parse(body).read(path);
      String json = JSONValue.toJSONString(value, JSONStyle.LT_COMPRESS);
      String text = String.valueOf(value);
      answer.put("json", json);
      answer.put("text", text);
      answer.put("javaType", value == null ? "null" : value.getClass().getSimpleName());
    } catch (Throwable failure) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("stage", stage);
      error.put("type", failure.getClass().getSimpleName());
      error.put("message", String.valueOf(failure.getMessage()));
      answer.put("error", error);
    }
    return answer;
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map) {
      out.append('{');
      String separator = "";
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        write(out, member.getKey());
        out.append(':');
        write(out, member.getValue());
        separator = ",";
      }
      out.append('}');
    } else {
      out.append('"');
      for (char unit : ((String) value).toCharArray()) {
        boolean plain = unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\';
        out.append(plain ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
      }
      out.append('"');
    }
  }
}
