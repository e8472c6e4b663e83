import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.TemplateInitException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.util.introspection.Info;

/**
 * Renders templates with Velocity 1.7 set up as API Gateway runs it: null references are empty strings, no inline
 * macros, no #evaluate, nothing to #parse, a thousand rounds a loop.
 *
 * <p>Question: {"template", "body", "context", "stageVariables", "params"}, one a line. Answer: {"output",
 * "responseOverride", "requestOverride"} or {"error": {"kind", "line", "column", "type"}}, in ASCII.
 */
public final class VelocityOracle {
  /** $context and the maps in it: they print as nothing. */
  public static final class ContextMap extends HashMap<Object, Object> {
    @Override
    public String toString() {
      return "";
    }
  }

  public static final class Input {
    private final String body;
    private final Map<String, Object> params;
    private DocumentContext document;

    Input(String body, Map<String, Object> params) {
      this.body = body;
      this.params = params;
    }

    public String getBody() {
      return body;
    }

    public Object path(String path) {
      try {
        if (document == null) {
          Configuration configuration = Configuration.defaultConfiguration();
          document = JsonPath.using(configuration).parse(configuration.jsonProvider().parse(body));
        }
        return document.read(path);
      } catch (PathNotFoundException nothing) {
        return null;
      }
    }

    public String json(String path) {
      Object value = path(path);
      return value == null ? "\"\"" : JSONValue.toJSONString(value, JSONStyle.LT_COMPRESS);
    }

    public Map<String, Object> params() {
      return params;
    }

    public String params(String name) {
      for (String group : List.of("path", "querystring", "header")) {
        Object value = ((Map<?, ?>) params.get(group)).get(name);
        if (value != null) return String.valueOf(value);
      }
      return "";
    }

    @Override
    public String toString() {
      return "";
    }
  }

  public static final class Util {
    public String escapeJavaScript(Object value) {
      return value == null ? null : StringEscapeUtils.escapeJavaScript(value.toString());
    }

    public Object parseJson(String json) {
      return Configuration.defaultConfiguration().jsonProvider().parse(json);
    }

    public String urlEncode(String text) throws Exception {
      return URLEncoder.encode(text, "UTF-8");
    }

    public String urlDecode(String text) throws Exception {
      return URLDecoder.decode(text, "UTF-8");
    }

    public String base64Encode(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public String base64Decode(String text) {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "";
    }
  }

  public static final class NothingForNull implements InvalidReferenceEventHandler {
    @Override
    public Object invalidGetMethod(Context c, String reference, Object o, String property, Info info) {
      return "";
    }

    @Override
    public boolean invalidSetMethod(Context c, String left, String right, Info info) {
      return false;
    }

    @Override
    public Object invalidMethod(Context c, String reference, Object o, String method, Info info) {
      return "";
    }
  }

  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
    VelocityEngine shared = newEngine();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      Map<?, ?> question = (Map<?, ?>) Configuration.defaultConfiguration().jsonProvider().parse(line);
      String template = (String) question.get("template");
      // An engine remembers the macros it met.
      VelocityEngine engine = template.contains("macro") ? newEngine() : shared;
      StringBuilder answer = new StringBuilder();
      try {
        write(answer, answerTo(engine, template, question));
      } catch (Throwable unprintable) {
        // A block in an override runs when its text is asked for, and may fail.
        answer.setLength(0);
        write(answer, Map.of("unprintable", String.valueOf(unprintable)));
      }
      out.println(answer);
      if (!in.ready()) out.flush();
    }
    out.flush();
  }

  private static VelocityEngine newEngine() throws Exception {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    engine.setProperty("velocimacro.library", "");
    engine.setProperty("velocimacro.permissions.allow.inline", "false");
    engine.setProperty("directive.foreach.maxloops", "1000");
    engine.setProperty("resource.loader", "none");
    engine.setProperty(
        "none.resource.loader.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
    engine.init();
    Field runtime = VelocityEngine.class.getDeclaredField("ri");
    runtime.setAccessible(true);
    ((RuntimeInstance) runtime.get(engine)).removeDirective("evaluate");
    return engine;
  }

  private static Map<String, Object> answerTo(VelocityEngine engine, String template, Map<?, ?> question) {
    ContextMap given = (ContextMap) contextOf(mapIn(question, "context"));
    ContextMap request = inner(given, "requestOverride");
    for (String group : List.of("path", "header", "querystring")) inner(request, group);
    inner(inner(given, "responseOverride"), "header");
    Map<String, Object> params = new LinkedHashMap<>();
    for (String group : List.of("path", "querystring", "header")) {
      params.put(group, new LinkedHashMap<>(mapIn(mapIn(question, "params"), group)));
    }
    Object body = question.get("body");
    VelocityContext context = new VelocityContext();
    context.put("input", new Input(body == null || "".equals(body) ? "{}" : (String) body, params));
    context.put("util", new Util());
    context.put("context", given);
    context.put("stageVariables", new LinkedHashMap<>(mapIn(question, "stageVariables")));
    EventCartridge handlers = new EventCartridge();
    handlers.addEventHandler(new NothingForNull());
    handlers.attachToContext(context);
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      StringWriter output = new StringWriter();
      engine.evaluate(context, output, "template", template);
      answer.put("output", output.toString());
      answer.put("responseOverride", given.get("responseOverride"));
      answer.put("requestOverride", given.get("requestOverride"));
    } catch (Throwable thrown) {
      answer.put("error", describe(thrown));
    }
    return answer;
  }

  private static Map<String, Object> describe(Throwable thrown) {
    String kind = "other";
    int line = -1;
    int column = -1;
    Throwable cause = thrown;
    if (thrown instanceof ParseErrorException) {
      kind = "parse";
      line = ((ParseErrorException) thrown).getLineNumber();
      column = ((ParseErrorException) thrown).getColumnNumber();
    } else if (thrown instanceof TemplateInitException) {
      kind = "parse";
      line = ((TemplateInitException) thrown).getLineNumber();
      column = ((TemplateInitException) thrown).getColumnNumber();
    } else if (thrown instanceof MethodInvocationException) {
      kind = "method";
      line = ((MethodInvocationException) thrown).getLineNumber();
      column = ((MethodInvocationException) thrown).getColumnNumber();
      if (thrown.getCause() != null) cause = thrown.getCause();
    }
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", kind);
    error.put("line", line);
    error.put("column", column);
    error.put("type", cause.getClass().getSimpleName());
    return error;
  }

  private static Map<String, Object> mapIn(Map<?, ?> map, String key) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (map.get(key) instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) map.get(key)).entrySet()) {
        copy.put((String) entry.getKey(), entry.getValue());
      }
    }
    return copy;
  }

  private static Object contextOf(Object value) {
    if (!(value instanceof Map)) return value;
    ContextMap map = new ContextMap();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      map.put(entry.getKey(), contextOf(entry.getValue()));
    }
    return map;
  }

  private static ContextMap inner(ContextMap map, String key) {
    if (!(map.get(key) instanceof ContextMap)) map.put(key, new ContextMap());
    return (ContextMap) map.get(key);
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof Map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        writeText(out, String.valueOf(entry.getKey()));
        out.append(':');
        write(out, entry.getValue());
        separator = ",";
      }
      out.append(separator.equals("{") ? "{}" : "}");
    } else if (value instanceof Iterable || value instanceof Object[]) {
      Iterable<?> items = value instanceof Iterable ? (Iterable<?>) value : Arrays.asList((Object[]) value);
      String separator = "[";
      for (Object item : items) {
        out.append(separator);
        write(out, item);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (value == null || value instanceof Boolean || value instanceof Integer) {
      out.append(value);
    } else if (value instanceof Number && Double.isFinite(((Number) value).doubleValue())) {
      out.append(value);
    } else {
      writeText(out, String.valueOf(value));
    }
  }

  private static void writeText(StringBuilder out, String text) {
    out.append('"');
    for (char unit : text.toCharArray()) {
      if (unit == '"' || unit == '\\') out.append('\\').append(unit);
      else if (unit >= ' ' && unit < 127) out.append(unit);
      else out.append(String.format("\\u%04x", (int) unit));
    }
    out.append('"');
  }

  private VelocityOracle() {}
}
